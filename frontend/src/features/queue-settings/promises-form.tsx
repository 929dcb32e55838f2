import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import '@mantine/core/styles/Checkbox.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import { Link } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { MergeNote } from '@/components/edit/merge-note'
import { Rows } from '@/components/edit/rows'
import { Failure, Loading } from '@/components/states'
import { fieldErrors } from '@/lib/api/field-errors'
import { t } from '@/lib/text'
import {
  type draftOf,
  inWords,
  isReadable,
  isSpan,
  type Level,
  nameOf,
  PRIORITIES,
  PROMISES,
  type Priority,
  type Spans,
} from './promises'
import classes from './promises.module.css'
import { StepFields } from './step-fields'
import { FIRST } from './steps'
import { useCalendarNames, useEditPromises, usePromises } from './use-promises'

const MOST_STEPS = 20
const SHOWN = ['calendar', 'riskPercent', 'escalations']

/** What a queue promises about its tasks, and what it does when a promise is at risk or broken. */
export default function Promises({ queue }: { queue: string }) {
  const { data, error, refetch } = usePromises(queue)
  return (
    <section className={classes['promises']} aria-label={t('promises.title', { queue })}>
      <h4>{t('promises.heading')}</h4>
      <p className={classes['dim']}>{t('promises.lead')}</p>
      {data ? (
        <PromisesForm opened={data} />
      ) : error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : (
        <Loading what={t('promises.heading')} rows={5} />
      )}
    </section>
  )
}

function PromisesForm({ opened }: { opened: Level }) {
  const edit = useEditPromises(opened)
  const { draft, change } = edit
  const calendars = useCalendarNames().data ?? []
  const errors = fieldErrors(edit.error, SHOWN)
  const readable = isReadable(draft)
  const percent = Number(draft.riskPercent)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (readable) edit.save()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={submit}
      aria-label={t('promises.title', { queue: opened.queue })}
      noValidate
    >
      <MergeNote edit={edit} nameOf={nameOf} inWords={inWords} />
      {errors.rest && (
        <p className={classes['fault']} role="alert">
          {errors.rest}
        </p>
      )}
      <Targets draft={draft} put={(priority, spans) => change({ [priority]: spans })} />
      <div className={classes['fields']}>
        <NativeSelect
          label={t('promises.calendar')}
          description={<Link to="/calendars">{t('promises.calendar.hint')}</Link>}
          value={draft.calendar}
          error={errors.of('calendar')}
          data={calendars.includes(draft.calendar) ? calendars : [draft.calendar, ...calendars]}
          onChange={(event) => change({ calendar: event.currentTarget.value })}
        />
        <TextInput
          label={t('promises.riskPercent')}
          description={t('promises.riskPercent.hint')}
          inputMode="numeric"
          value={draft.riskPercent}
          error={
            errors.of('riskPercent') ??
            (!(Number.isInteger(percent) && percent >= 1 && percent <= 99) && t('promises.riskPercent.fault'))
          }
          onChange={(event) => change({ riskPercent: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label={t('promises.pauseOnHold')}
        checked={draft.pauseOnHold}
        onChange={(event) => change({ pauseOnHold: event.currentTarget.checked })}
      />
      <Rows
        legend={t('promises.escalations')}
        rows={draft.escalations}
        change={(escalations) => change({ escalations })}
        blank={(last) => ({ ...FIRST, ...(last && { kind: last.kind, at: 'BREACH' as const }) })}
        add={t('promises.step.add')}
        most={MOST_STEPS}
        nameOf={(_, index) => t('promises.step', { n: index + 1 })}
        ordered
        hint={t('promises.escalations.hint')}
        error={errors.of('escalations')}
      >
        {(step, put, index) => (
          <StepFields step={step} put={put} index={index} errors={errors} queue={opened.queue} />
        )}
      </Rows>
      <Button
        type="submit"
        loading={edit.pending}
        disabled={!edit.changed || !readable || edit.conflict !== undefined}
      >
        {t('promises.save')}
      </Button>
    </form>
  )
}

interface TargetsProps {
  draft: ReturnType<typeof draftOf>
  put: (priority: Priority, spans: Spans) => void
}

function Targets({ draft, put }: TargetsProps) {
  return (
    <table className={classes['targets']}>
      <caption>{t('promises.targets.hint')}</caption>
      <thead>
        <tr>
          <td />
          {PROMISES.map((it) => (
            <th key={it} scope="col">
              {t(`promises.${it}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {PRIORITIES.map((priority) => (
          <tr key={priority}>
            <th scope="row" title={t(`priority.${priority}`)}>
              {priority}
            </th>
            {PROMISES.map((promise) => (
              <td key={promise}>
                <TextInput
                  aria-label={t('promises.target', { promise: t(`promises.${promise}`), priority })}
                  value={draft[priority][promise]}
                  autoComplete="off"
                  placeholder="–"
                  error={!isSpan(draft[priority][promise]) && t('promises.span.fault')}
                  onChange={(event) =>
                    put(priority, { ...draft[priority], [promise]: event.currentTarget.value })
                  }
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
