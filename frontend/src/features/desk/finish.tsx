import { Button, Textarea } from '@mantine/core'
import { CircleCheck, CircleX } from 'lucide-react'
import { useRef, useState } from 'react'
import { useCommand } from '@/lib/commands/registry'
import { showKeys } from '@/lib/commands/shortcuts'
import { t } from '@/lib/text'
import { deskCommands } from './commands'
import classes from './desk.module.css'
import { type Assignment, explain } from './desk-data'
import { useDraft } from './drafts'
import { useArmed } from './use-armed'
import { isVisible, LONGEST_COMMENT, useFinish, type Verb } from './use-finish'

const COUNT_FROM = 1_800
const keys = (strokes: string) => showKeys(strokes).flat().join(' ')

/** The comment, and the two ways in which work ends. */
export function Finish({ assignment, phrases }: { assignment: Assignment; phrases: readonly string[] }) {
  const [comment, setComment] = useDraft(assignment.id)
  const [fault, setFault] = useState<string>()
  const field = useRef<HTMLTextAreaElement>(null)
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
    setFault(wrong)
    if (wrong === undefined) mutate({ verb, comment })
    else field.current?.focus()
  }
  useCommand(deskCommands.complete, () => end('complete'))
  useCommand(deskCommands.fail, () => end('fail'))

  const change = (text: string) => {
    setComment(text)
    setFault(undefined)
  }
  return (
    <section className={classes['finish']} aria-label={t('desk.finish')}>
      <Textarea
        ref={field}
        label={t('desk.comment')}
        description={t('desk.comment.hint')}
        withAsterisk
        aria-required
        rows={3}
        resize="vertical"
        classNames={{ input: classes['writing'] ?? '' }}
        value={comment}
        readOnly={isPending}
        error={fault}
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
