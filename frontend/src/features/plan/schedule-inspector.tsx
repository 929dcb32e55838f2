import { Button } from '@mantine/core'
import { Shifts } from '@/components/shifts'
import { Empty, Failure, Loading } from '@/components/states'
import { isProblem } from '@/lib/api/problem'
import { useUser } from '@/lib/session/session'
import { t } from '@/lib/text'
import { useInspector } from '@/lib/url-state'
import { draftOf, FIELDS, inWords, type Planned } from './schedule'
import classes from './schedule.module.css'
import { ScheduleForm } from './schedule-form'
import { usePerson, useSchedule } from './use-schedule'

/** When somebody works: admins plan it, managers read it. */
export default function ScheduleInspector({ id }: { id: string }) {
  const person = usePerson(id)
  const schedule = useSchedule(id)
  const { inspect } = useInspector()
  const mayPlan = useUser()?.roles.includes('ADMIN') ?? false
  if (person.data === undefined || schedule.data === undefined) {
    const error = person.error ?? schedule.error
    if (isProblem(error) && (error.status === 404 || error.status === 400))
      return <Empty title={t('plan.nobody')} />
    return error ? (
      <Failure error={error} retry={() => void Promise.all([person.refetch(), schedule.refetch()])} />
    ) : (
      <Loading what={t('inspector.label')} rows={6} />
    )
  }
  return (
    <article className={classes['schedule']}>
      <header>
        <h2>{t('schedule.title', { name: person.data.displayName })}</h2>
        <Button variant="default" size="compact-sm" onClick={() => inspect('worker', id)}>
          {t('schedule.person')}
        </Button>
      </header>
      {mayPlan ? (
        <ScheduleForm worker={person.data} opened={schedule.data} />
      ) : (
        <Written schedule={schedule.data} />
      )}
    </article>
  )
}

function Written({ schedule }: { schedule: Planned }) {
  const draft = draftOf(schedule)
  return (
    <>
      <dl>
        {FIELDS.map((field) => (
          <div key={field}>
            <dt>{t(`schedule.${field}`)}</dt>
            <dd>{inWords(draft, field)}</dd>
          </div>
        ))}
      </dl>
      <section>
        <h3>{t('schedule.preview')}</h3>
        <Shifts shifts={schedule.shifts} vacations={schedule.vacations} />
      </section>
    </>
  )
}
