import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { MergeNote } from '@/components/edit/merge-note'
import { Rows } from '@/components/edit/rows'
import { ZoneField } from '@/components/edit/zone-field'
import { Shifts } from '@/components/shifts'
import { fieldErrors } from '@/lib/api/field-errors'
import { isProblem } from '@/lib/api/problem'
import { t } from '@/lib/text'
import { WEEK, weekdayName } from '@/lib/week'
import { FIELDS, inWords, isComplete, nextShift, type Planned } from './schedule'
import classes from './schedule.module.css'
import { useEditSchedule, usePreview } from './use-schedule'
import { When } from './when'

const MOST_WEEKLY = 50
const MOST = 100

interface ScheduleFormProps {
  worker: { id: string; displayName: string }
  opened: Planned
}

/** The weekly shifts, the vacations and the extra shifts of somebody, and what comes of them. */
export function ScheduleForm({ worker, opened }: ScheduleFormProps) {
  const edit = useEditSchedule(worker, opened)
  const { draft, change } = edit
  const preview = usePreview(draft, edit.changed)
  const refused = edit.changed && isProblem(preview.error) && preview.error.errors.length > 0
  const errors = fieldErrors(refused ? preview.error : edit.error, FIELDS)
  const complete = isComplete(draft)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (complete) edit.save()
  }
  return (
    <form
      className={classes['form']}
      onSubmit={submit}
      aria-label={t('schedule.title', { name: worker.displayName })}
    >
      <MergeNote edit={edit} nameOf={(field) => t(`schedule.${field}`)} inWords={inWords} />
      {errors.rest && (
        <p className={classes['error']} role="alert">
          {errors.rest}
        </p>
      )}
      <ZoneField
        label={t('schedule.zone')}
        hint={t('schedule.zone.hint')}
        value={draft.zone}
        error={errors.of('zone')}
        change={(zone) => change({ zone })}
      />
      <Rows
        legend={t('schedule.weekly')}
        rows={draft.weekly}
        change={(weekly) => change({ weekly })}
        blank={nextShift}
        add={t('schedule.weekly.add')}
        most={MOST_WEEKLY}
        nameOf={(_, index) => t('schedule.weekly.row', { n: index + 1 })}
        hint={t('schedule.weekly.hint')}
        error={errors.of('weekly')}
      >
        {(shift, put, index) => (
          <>
            <NativeSelect
              aria-label={t('schedule.field.day', { row: t('schedule.weekly.row', { n: index + 1 }) })}
              value={shift.day}
              data={WEEK.map((it) => ({ value: it, label: weekdayName(it) }))}
              onChange={(event) => {
                const day = WEEK.find((it) => it === event.currentTarget.value)
                if (day) put({ day })
              }}
            />
            <When of="weekly" index={index} shift={shift} put={put} errors={errors} />
          </>
        )}
      </Rows>
      <Rows
        legend={t('schedule.vacations')}
        rows={draft.vacations}
        change={(vacations) => change({ vacations })}
        blank={() => ({ from: '', to: '', note: '' })}
        add={t('schedule.vacations.add')}
        most={MOST}
        nameOf={(_, index) => t('schedule.vacations.row', { n: index + 1 })}
        hint={t('schedule.vacations.hint')}
        error={errors.of('vacations')}
      >
        {({ from, to, note }, put, index) => {
          const row = t('schedule.vacations.row', { n: index + 1 })
          return (
            <>
              <TextInput
                type="date"
                required
                aria-label={t('schedule.field.first', { row })}
                value={from}
                error={errors.of(`vacations/${index}/from`)}
                onChange={({ currentTarget: { value } }) =>
                  put({ from: value, ...(to === '' && { to: value }) })
                }
              />
              <TextInput
                type="date"
                required
                aria-label={t('schedule.field.last', { row })}
                value={to}
                error={errors.of(`vacations/${index}/to`)}
                onChange={(event) => put({ to: event.currentTarget.value })}
              />
              <TextInput
                aria-label={t('schedule.field.note', { row })}
                placeholder={t('schedule.note')}
                value={note ?? ''}
                maxLength={60}
                error={errors.of(`vacations/${index}/note`)}
                onChange={(event) => put({ note: event.currentTarget.value })}
              />
            </>
          )
        }}
      </Rows>
      <Rows
        legend={t('schedule.extra')}
        rows={draft.extra}
        change={(extra) => change({ extra })}
        blank={(last) => ({ date: '', from: last?.from ?? '09:00', until: last?.until ?? '17:00' })}
        add={t('schedule.extra.add')}
        most={MOST}
        nameOf={(_, index) => t('schedule.extra.row', { n: index + 1 })}
        error={errors.of('extra')}
      >
        {(shift, put, index) => (
          <>
            <TextInput
              type="date"
              required
              aria-label={t('schedule.field.date', { row: t('schedule.extra.row', { n: index + 1 }) })}
              value={shift.date}
              error={errors.of(`extra/${index}/date`)}
              onChange={(event) => put({ date: event.currentTarget.value })}
            />
            <When of="extra" index={index} shift={shift} put={put} errors={errors} />
          </>
        )}
      </Rows>
      <div className={classes['buttons']}>
        <Button
          type="submit"
          loading={edit.pending}
          disabled={!edit.changed || !complete || edit.conflict !== undefined}
        >
          {t('schedule.save')}
        </Button>
        <span aria-live="polite">
          {!complete ? t('schedule.incomplete') : !edit.changed && t('schedule.unchanged')}
        </span>
      </div>
      <section aria-label={t('schedule.preview')}>
        <h3>{edit.changed ? t('schedule.preview.draft') : t('schedule.preview')}</h3>
        <Shifts
          shifts={(edit.changed && preview.data?.shifts) || opened.shifts}
          vacations={draft.vacations.filter((it) => it.from !== '' && it.to !== '')}
        />
      </section>
    </form>
  )
}
