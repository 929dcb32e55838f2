import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Page } from '@/components/page'
import { Panel } from '@/components/panel'
import { Loading } from '@/components/states'
import { fieldErrors } from '@/lib/api/field-errors'
import { t } from '@/lib/text'
import { CalendarForm } from './calendar-form'
import classes from './calendars.module.css'
import { useAddCalendar, useCalendars } from './use-calendars'

/** When it is open: only then the time of a promise runs. */
export default function CalendarsPage() {
  const query = useCalendars()
  return (
    <Page title={t('calendars.title')} lead={t('calendars.lead')}>
      <AddCalendar />
      <Panel
        title={t('calendars.all')}
        query={query}
        loading={<Loading what={t('calendars.all')} rows={2} height={44} />}
      >
        {(calendars) =>
          calendars.map((calendar) => (
            <details key={calendar.name} className={classes['calendar']}>
              <summary>
                <h3>{calendar.name}</h3>
                <span>{calendar.zone}</span>
              </summary>
              <CalendarForm calendar={calendar} />
            </details>
          ))
        }
      </Panel>
    </Page>
  )
}

function AddCalendar() {
  const [name, setName] = useState('')
  const { mutate, isPending, error } = useAddCalendar(() => setName(''))
  const errors = fieldErrors(error, ['name'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate(name.trim())
  }
  return (
    <form className={classes['add']} onSubmit={submit} aria-label={t('calendars.add')}>
      <TextInput
        label={t('calendars.name')}
        description={t('calendars.name.hint')}
        value={name}
        maxLength={60}
        autoComplete="off"
        error={errors.of('name') ?? errors.rest}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={isPending} disabled={name.trim() === ''}>
        {t('calendars.add')}
      </Button>
    </form>
  )
}
