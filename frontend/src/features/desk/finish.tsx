import { Button } from '@mantine/core'
import { CircleCheck, CircleX } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { TextArea } from '@/components/text-area'
import { explain } from '@/lib/acting'
import { useCommand } from '@/lib/commands/registry'
import { showKeys } from '@/lib/commands/shortcuts'
import { useDraft } from '@/lib/drafts'
import { t } from '@/lib/text'
import { isVisible } from '@/lib/visible'
import { deskCommands } from './commands'
import classes from './desk.module.css'
import type { Assignment } from './desk-data'
import { useArmed } from './use-armed'
import { LONGEST_COMMENT, useFinish, type Verb } from './use-finish'

const COUNT_FROM = 1_800
const keys = (strokes: string) => showKeys(strokes).flat().join(' ')

interface FinishProps {
  assignment: Assignment
  phrases: readonly string[]
  /** How it may be completed, in the words of its queue: one has to be chosen, if there are any. */
  dispositions: readonly string[]
}

/** The comment, and the two ways in which work ends. */
export function Finish({ assignment, phrases, dispositions }: FinishProps) {
  const [comment, setComment] = useDraft(assignment.id)
  const [fault, setFault] = useState<string>()
  const [disposition, setDisposition] = useState<string>()
  const [unsaid, setUnsaid] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const endings = useRef<HTMLFieldSetElement>(null)
  const hint = useId()
  const armed = useArmed()
  const { mutate, isPending, variables, error } = useFinish(assignment)
  const length = [...comment.trim()].length

  const end = (verb: Verb) => {
    if (isPending || !armed()) return
    const wrong = !isVisible(comment)
      ? t(`desk.${verb}.missing`)
      : length > LONGEST_COMMENT
        ? t('desk.comment.long', { n: length, most: LONGEST_COMMENT })
        : undefined
    const lacking = verb === 'complete' && dispositions.length > 0 && disposition === undefined
    setFault(wrong)
    setUnsaid(lacking)
    if (wrong !== undefined) field.current?.focus()
    else if (lacking) endings.current?.querySelector('input')?.focus()
    else mutate({ verb, comment, disposition })
  }
  useCommand(deskCommands.complete, () => end('complete'))
  useCommand(deskCommands.fail, () => end('fail'))

  const change = (text: string) => {
    setComment(text)
    setFault(undefined)
  }
  return (
    <section className={classes['finish']} aria-label={t('desk.finish')}>
      <TextArea
        ref={field}
        label={t('desk.comment')}
        hint={t('desk.comment.hint')}
        required
        rows={3}
        value={comment}
        readOnly={isPending}
        fault={fault}
        onChange={(event) => change(event.currentTarget.value)}
      />
      {length > COUNT_FROM && (
        <p className={classes['dim']}>{t('desk.comment.count', { n: length, most: LONGEST_COMMENT })}</p>
      )}
      {phrases.length > 0 && comment === '' && (
        <fieldset className={classes['phrases']}>
          <legend>{t('desk.phrases')}</legend>
          {phrases.map((phrase) => (
            <button
              key={phrase}
              type="button"
              onClick={() => {
                change(phrase)
                field.current?.focus()
              }}
            >
              {phrase}
            </button>
          ))}
        </fieldset>
      )}
      {dispositions.length > 0 && (
        <fieldset className={classes['endings']} ref={endings} aria-describedby={unsaid ? hint : undefined}>
          <legend>{t('desk.disposition')}</legend>
          {dispositions.map((it) => (
            <label key={it}>
              <input
                type="radio"
                name={hint}
                checked={it === disposition}
                onChange={() => {
                  setDisposition(it)
                  setUnsaid(false)
                }}
              />
              {it}
            </label>
          ))}
        </fieldset>
      )}
      {unsaid && (
        <p className={classes['refused']} role="alert" id={hint}>
          {t('desk.disposition.missing')}
        </p>
      )}
      {error !== null && !isPending && (
        <p className={classes['refused']} role="alert">
          {explain(error)}{' '}
          {variables && (
            <Button variant="default" onClick={() => end(variables.verb)}>
              {t('panel.retry')}
            </Button>
          )}
        </p>
      )}
      <div className={classes['ends']}>
        <Button
          size="md"
          variant={assignment.state === 'IN_PROGRESS' ? 'filled' : 'default'}
          leftSection={<CircleCheck size={16} aria-hidden />}
          aria-disabled={isPending || undefined}
          title={keys('mod+enter')}
          onClick={() => end('complete')}
        >
          {isPending && variables.verb === 'complete' ? t('desk.complete.pending') : t('desk.complete')}
        </Button>
        <Button
          size="md"
          variant="default"
          leftSection={<CircleX size={16} aria-hidden />}
          aria-disabled={isPending || undefined}
          title={keys('mod+shift+enter')}
          onClick={() => end('fail')}
        >
          {isPending && variables.verb === 'fail' ? t('desk.fail.pending') : t('desk.fail')}
        </Button>
        <p role="status">{isPending ? t('desk.finish.pending') : ''}</p>
      </div>
    </section>
  )
}
