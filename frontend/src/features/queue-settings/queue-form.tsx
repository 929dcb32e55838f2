import { Button } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { Select } from '@/components/select'
import { TextArea } from '@/components/text-area'
import { explain } from '@/lib/acting'
import { t } from '@/lib/text'
import {
  CHOICES,
  type Choice,
  type Draft,
  differing,
  draftOf,
  type Field,
  faultOf,
  isChoice,
  NUMBERS,
  type Queue,
} from './draft'
import classes from './queue-settings.module.css'
import { useSave } from './use-queues'

export function QueueForm({ queue }: { queue: Queue }) {
  const id = useId()
  const [draft, setDraft] = useState(draftOf(queue))
  const { before, theirs, pending, error, save, applyMine, takeTheirs } = useSave(queue)
  const fault = faultOf(draft)
  const changed = differing(before, draft).length > 0
  const set = (field: Field, value: string) => setDraft((it) => ({ ...it, [field]: value }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (fault === undefined) save(draft)
  }
  const choice = (field: Choice) => (
    <Select
      label={t(`queueSettings.${field}`)}
      value={draft[field]}
      options={CHOICES[field].map((it) => [it, t(`queueSettings.choice.${it}`)])}
      change={(value) => set(field, value)}
    />
  )
  return (
    <form className={classes['form']} onSubmit={submit} aria-label={queue.name} noValidate>
      {theirs && (
        <Conflict
          before={before}
          theirs={theirs}
          mine={draft}
          applyMine={() => applyMine(draft)}
          takeTheirs={() => {
            setDraft(theirs)
            takeTheirs()
          }}
        />
      )}
      {choice('acceptance')}
      <div className={classes['numbers']}>
        {NUMBERS.map(({ field, least, most }) => (
          <div key={field}>
            <label htmlFor={`${id}${field}`}>{t(`queueSettings.${field}`)}</label>
            <input
              id={`${id}${field}`}
              type="number"
              min={least}
              max={most}
              value={draft[field]}
              aria-invalid={fault?.field === field || undefined}
              aria-describedby={`${id}${field}hint`}
              onChange={(event) => set(field, event.currentTarget.value)}
            />
            <p id={`${id}${field}hint`} data-fault={fault?.field === field || undefined}>
              {t('queueSettings.range', { least, most })}
            </p>
          </div>
        ))}
      </div>
      {choice('shiftEnd')}
      <TextArea
        label={t('queueSettings.dispositions')}
        hint={t('queueSettings.dispositions.hint')}
        rows={3}
        value={draft.dispositions}
        onChange={(event) => set('dispositions', event.currentTarget.value)}
      />
      {error !== null && (
        <p className={classes['fault']} role="alert">
          {explain(error)}
        </p>
      )}
      <Button
        type="submit"
        size="sm"
        loading={pending}
        disabled={!changed || fault !== undefined || theirs !== undefined}
      >
        {t('queueSettings.save')}
      </Button>
    </form>
  )
}

interface ConflictProps {
  before: Draft
  theirs: Draft
  mine: Draft
  applyMine: () => void
  takeTheirs: () => void
}

/** Somebody else changed the queue first: what it was, what it is, what was to become of it. */
function Conflict({ before, theirs, mine, applyMine, takeTheirs }: ConflictProps) {
  const fields = [...new Set([...differing(before, theirs), ...differing(before, mine)])]
  return (
    <div className={classes['conflict']} role="alert">
      <strong>{t('queueSettings.conflict')}</strong>
      {fields.map((field) => (
        <dl key={field}>
          <dt>{t(`queueSettings.${field}`)}</dt>
          <dd>
            {t('queueSettings.conflict.values', {
              before: inWords(field, before),
              theirs: inWords(field, theirs),
              mine: inWords(field, mine),
            })}
          </dd>
        </dl>
      ))}
      <div>
        <Button onClick={applyMine}>{t('queueSettings.conflict.applyMine')}</Button>
        <Button variant="default" onClick={takeTheirs}>
          {t('queueSettings.conflict.takeTheirs')}
        </Button>
      </div>
    </div>
  )
}

function inWords(field: Field, draft: Draft): string {
  if (!isChoice(field)) return draft[field].split('\n').join(', ') || '–'
  const known = CHOICES[field].find((it) => it === draft[field])
  return known === undefined ? draft[field] : t(`queueSettings.choice.${known}`)
}
