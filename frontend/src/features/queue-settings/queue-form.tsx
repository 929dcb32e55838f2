import { Button } from '@mantine/core'
import { type FormEvent, useId } from 'react'
import { MergeNote } from '@/components/edit/merge-note'
import { Select } from '@/components/select'
import { TextArea } from '@/components/text-area'
import { explain } from '@/lib/acting'
import { t } from '@/lib/text'
import { CHOICES, type Choice, type Draft, type Field, faultOf, isChoice, NUMBERS, type Queue } from './draft'
import classes from './queue-settings.module.css'
import { useEditQueue } from './use-queues'

export function QueueForm({ queue }: { queue: Queue }) {
  const id = useId()
  const edit = useEditQueue(queue)
  const { draft, pending, error } = edit
  const fault = faultOf(draft)
  const set = (field: Field, value: string) => edit.change({ [field]: value })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (fault === undefined) edit.save()
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
      <MergeNote edit={edit} nameOf={(field) => t(`queueSettings.${field}`)} inWords={inWords} />
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
        disabled={!edit.changed || fault !== undefined || edit.conflict !== undefined}
      >
        {t('queueSettings.save')}
      </Button>
    </form>
  )
}

function inWords(draft: Draft, field: Field): string {
  if (!isChoice(field)) return draft[field].split('\n').join(', ') || '–'
  const known = CHOICES[field].find((it) => it === draft[field])
  return known === undefined ? draft[field] : t(`queueSettings.choice.${known}`)
}
