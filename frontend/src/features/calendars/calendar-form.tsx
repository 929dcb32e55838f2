import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { MergeNote } from '@/components/edit/merge-note'
import { Rows } from '@/components/edit/rows'
import { ZoneField } from '@/components/edit/zone-field'
import { explain } from '@/lib/acting'
import { fieldErrors } from '@/lib/api/field-errors'
import { t } from '@/lib/text'
import { WEEK, weekdayName } from '@/lib/week'
import { type Calendar, hoursOf, inWords, isComplete, nextOpening } from './calendar'
import classes from './calendars.module.css'
import { useEditCalendar, useRemoveCalendar } from './use-calendars'

const MOST_WEEKLY = 70
const MOST_EXCEPTIONS = 400
const SHOWN = ['zone', 'weekly', 'exceptions']

/** The hours of an ordinary week, and the days that are different. */
export function CalendarForm({ calendar }: { calendar: Calendar }) {
  const edit = useEditCalendar(calendar)
  const { draft, change } = edit
  const errors = fieldErrors(edit.error, SHOWN)
  const complete = isComplete(draft)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (complete) edit.save()
  }
  return (
    <form className={classes['form']} onSubmit={submit} aria-label={calendar.name} noValidate>
      <MergeNote edit={edit} nameOf={(field) => t(`calendars.${field}`)} inWords={inWords} />
      {errors.rest && (
        <p className={classes['fault']} role="alert">
          {errors.rest}
        </p>
      )}
      <ZoneField
        label={t('calendars.zone')}
        hint={t('calendars.zone.hint')}
        value={draft.zone}
        error={errors.of('zone')}
        change={(zone) => change({ zone })}
      />
      <Rows
        legend={t('calendars.weekly')}
        rows={draft.weekly}
        change={(weekly) => change({ weekly })}
        blank={nextOpening}
        add={t('calendars.weekly.add')}
        most={MOST_WEEKLY}
        nameOf={(_, index) => t('calendars.opening', { n: index + 1 })}
        hint={t('calendars.weekly.hint')}
        error={errors.of('weekly')}
      >
        {({ day, from, to }, put, index) => {
          const row = t('calendars.opening', { n: index + 1 })
          return (
            <>
              <NativeSelect
                aria-label={t('calendars.field.day', { row })}
                value={day}
                data={WEEK.map((it) => ({ value: it, label: weekdayName(it) }))}
                onChange={(event) => put({ day: WEEK.find((it) => it === event.currentTarget.value) ?? day })}
              />
              <TextInput
                type="time"
                required
                aria-label={t('calendars.field.from', { row })}
                value={from}
                onChange={(event) => put({ from: event.currentTarget.value })}
              />
              <TextInput
                type="time"
                required
                aria-label={t('calendars.field.to', { row })}
                value={to}
                onChange={(event) => put({ to: event.currentTarget.value })}
              />
            </>
          )
        }}
      </Rows>
      <Rows
        legend={t('calendars.exceptions')}
        rows={draft.exceptions}
        change={(exceptions) => change({ exceptions })}
        blank={() => ({ date: '', name: '', open: '' })}
        add={t('calendars.exceptions.add')}
        most={MOST_EXCEPTIONS}
        nameOf={(it, index) => it.name || t('calendars.exception', { n: index + 1 })}
        hint={t('calendars.exceptions.hint')}
        error={errors.of('exceptions')}
      >
        {({ date, name, open }, put, index) => {
          const row = t('calendars.exception', { n: index + 1 })
          return (
            <>
              <TextInput
                type="date"
                required
                aria-label={t('calendars.field.date', { row })}
                value={date}
                onChange={(event) => put({ date: event.currentTarget.value })}
              />
              <TextInput
                aria-label={t('calendars.field.name', { row })}
                placeholder={t('calendars.exception.name')}
                value={name}
                maxLength={60}
                onChange={(event) => put({ name: event.currentTarget.value })}
              />
              <TextInput
                aria-label={t('calendars.field.open', { row })}
                placeholder={t('calendars.closed')}
                value={open}
                autoComplete="off"
                error={hoursOf(open) === undefined && t('calendars.open.fault')}
                onChange={(event) => put({ open: event.currentTarget.value })}
              />
            </>
          )
        }}
      </Rows>
      <div className={classes['buttons']}>
        <Button
          type="submit"
          loading={edit.pending}
          disabled={!edit.changed || !complete || edit.conflict !== undefined}
        >
          {t('calendars.save')}
        </Button>
        <Remove name={calendar.name} />
      </div>
    </form>
  )
}

/** Asks once: what is removed does not come back. */
function Remove({ name }: { name: string }) {
  const [asked, setAsked] = useState(false)
  const { mutate, isPending, error } = useRemoveCalendar(name)
  return (
    <>
      <Button variant="default" loading={isPending} onClick={() => (asked ? mutate() : setAsked(true))}>
        {t(asked ? 'calendars.remove.sure' : 'calendars.remove', { name })}
      </Button>
      {error && (
        <p className={classes['fault']} role="alert">
          {explain(error)}
        </p>
      )}
    </>
  )
}
