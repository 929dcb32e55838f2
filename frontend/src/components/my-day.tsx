import { useQuery } from '@tanstack/react-query'
import { api, ok, type Schemas } from '@/lib/api/client'
import { useFeed, useResyncOf } from '@/lib/live/hooks'
import { usePreference, zone } from '@/lib/preferences'
import { number, t } from '@/lib/text'
import { duration } from '@/lib/time'
import classes from './my-day.module.css'

export type DayFigures = Schemas['DayFigures']

const EVERY = 60_000
const KEY = ['me', 'figures'] as const

/** What I did today, in the zone in which my times are shown. */
export function useMyDay() {
  usePreference('zone')
  useResyncOf(KEY)
  const query = useQuery({
    queryKey: [...KEY, zone()],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/me/figures', { params: { query: { zone: zone() } }, signal })),
    refetchInterval: EVERY,
  })
  useFeed((entry) => {
    if (entry.type === 'assignment.closed') void query.refetch()
  })
  return query
}

export function MyDay({ figures }: { figures: DayFigures }) {
  const shares =
    figures.presentSeconds === 0
      ? undefined
      : number(Math.min(figures.busySeconds / figures.presentSeconds, 1), { style: 'percent' })
  return (
    <dl className={classes['day']}>
      <Figure label={t('myDay.completed')} value={number(figures.completed)} />
      <Figure label={t('myDay.failed')} value={number(figures.failed)} />
      <Figure label={t('myDay.present')} value={duration(figures.presentSeconds)} />
      <Figure
        label={t('myDay.busy')}
        value={duration(figures.busySeconds)}
        {...(shares !== undefined && { note: t('myDay.ofPresent', { share: shares }) })}
      />
      <Figure
        label={t('myDay.median')}
        value={figures.medianHandleSeconds == null ? t('myDay.none') : duration(figures.medianHandleSeconds)}
        {...(figures.medianHandleSeconds != null && { note: t('myDay.median.hint') })}
      />
    </dl>
  )
}

function Figure({ label, value, note }: { label: string; value: string; note?: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value}
        {note && <span>{note}</span>}
      </dd>
    </div>
  )
}
