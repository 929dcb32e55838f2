import { Link } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import type { Priority } from '@/components/badges'
import { Stale } from '@/components/panel'
import { Spark } from '@/components/spark'
import { Failure } from '@/components/states'
import { Age } from '@/components/time'
import type { Schemas } from '@/lib/api/client'
import { useStatistics } from '@/lib/live/hooks'
import { number, t } from '@/lib/text'
import classes from './now.module.css'
import { type Point, useDoneToday, useHour, useOldestWaiting, usePeople } from './use-now-queries'

type Statistics = Schemas['Statistics']

const NOTHING = { byStatus: {}, byQueue: {} }
const PRIORITIES: readonly Priority[] = ['P1', 'P2', 'P3', 'P4', 'P5']

/** The strip: what is so now, and how the last hour went. */
export function Figures() {
  const statistics = useStatistics()
  const hour = useHour().data ?? []
  const today = useDoneToday().data
  const oldest = useOldestWaiting().data
  const people = usePeople().data?.people
  if (statistics.data === undefined && statistics.error) {
    return (
      <div className={classes['failed']}>
        <Failure error={statistics.error} retry={() => void statistics.refetch()} />
      </div>
    )
  }
  const { byStatus, byQueue }: Pick<Statistics, 'byStatus' | 'byQueue'> = statistics.data ?? NOTHING
  const known = statistics.data !== undefined
  const count = (status: string) => (known ? (byStatus[status] ?? 0) : undefined)
  const waiting = PRIORITIES.map((priority) => ({
    priority,
    n: Object.values(byQueue).reduce((sum, queue) => sum + (queue['QUEUED']?.[priority] ?? 0), 0),
  }))
  const started = count('IN_PROGRESS')
  const assigned = known ? (byStatus['ASSIGNED'] ?? 0) + (byStatus['OFFERED'] ?? 0) : undefined
  const sum = (of: (point: Point) => number) =>
    hour.length === 0 ? undefined : hour.reduce((all, it) => all + of(it), 0)
  const done = sum((it) => it.completed)
  const failed = sum((it) => it.failed)
  const available = people?.filter((it) => it.presence === 'AVAILABLE')
  const free = available?.filter((it) => it.load < it.capacity).length ?? 0

  const old = known && statistics.error !== null
  return (
    <>
      {old && <Stale since={statistics.dataUpdatedAt} />}
      <section className={classes['figures']} aria-label={t('now.figures')} data-stale={old || undefined}>
        <Figure
          name={t('now.waiting')}
          value={count('QUEUED')}
          q="state:waiting"
          values={hour.map((it) => it.waiting)}
        >
          <span className={classes['priorities']}>
            {(known ? waiting : []).map(({ priority, n }) => (
              <span key={priority} data-none={n === 0 || undefined}>
                <span aria-hidden>
                  {priority} <b>{number(n)}</b>
                </span>
                <span className="visually-hidden">{t('now.waiting.of', { priority, n })}</span>
              </span>
            ))}
          </span>
        </Figure>
        <Figure
          name={t('now.oldest')}
          value={oldest === undefined ? undefined : oldest === null ? '–' : <Age since={oldest.createdAt} />}
          {...(oldest && { q: 'state:waiting', inspect: `task:${oldest.id}` })}
        >
          <span className={classes['clip']}>{oldest === null ? t('now.oldest.none') : oldest?.title}</span>
        </Figure>
        <Figure
          name={t('now.running')}
          value={known ? (started ?? 0) + (assigned ?? 0) : undefined}
          q="state:assigned,running"
          values={hour.map((it) => it.assigned + it.inProgress)}
        >
          {known && t('now.running.parts', { assigned: assigned ?? 0, started: started ?? 0 })}
        </Figure>
        <Figure name={t('now.doneToday')} value={today} values={hour.map((it) => it.completed)}>
          {done !== undefined && t('now.doneHour', { n: done })}
        </Figure>
        <Figure
          name={t('now.failed')}
          value={count('FAILED')}
          q="state:failed"
          values={hour.map((it) => it.failed)}
          tone="bad"
        >
          {failed !== undefined && t('now.failedHour', { n: failed })}
        </Figure>
        <Figure name={t('now.people')} value={available?.length} to="/people">
          {people && t('now.people.of', { n: people.length, free })}
        </Figure>
      </section>
    </>
  )
}

interface FigureProps {
  name: string
  value: ReactNode
  /** The tasks behind the figure, as the list of tasks filters them. */
  q?: string
  inspect?: string
  to?: '/people'
  values?: readonly number[]
  tone?: 'bad'
  children?: ReactNode
}

function Figure({ name, value, q, inspect, to, values, tone, children }: FigureProps) {
  const id = useId()
  const known = value !== undefined
  const shown = typeof value === 'number' ? number(value) : value
  const search = { ...(q && { q }), ...(inspect && { inspect }) }
  const path = to ?? (q ? '/queue' : undefined)
  return (
    <div className={classes['figure']} data-alarm={(tone === 'bad' && Number(value) > 0) || undefined}>
      <h2 id={id}>{name}</h2>
      <p className={classes['value']}>
        {known && path ? (
          <Link to={path} search={search as never} aria-describedby={id}>
            {shown}
          </Link>
        ) : known ? (
          shown
        ) : (
          <span className={classes['unknown']}>…</span>
        )}
      </p>
      <div className={classes['detail']}>{children}</div>
      {values && (
        <Spark
          values={values}
          {...(tone && { tone })}
          label={t('now.spark', {
            what: name,
            first: values[0] ?? 0,
            last: values.at(-1) ?? 0,
            most: Math.max(0, ...values),
          })}
        />
      )}
    </div>
  )
}
