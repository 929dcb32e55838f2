import { useQuery } from '@tanstack/react-query'
import { Panel } from '@/components/panel'
import { Empty } from '@/components/states'
import { api, ok } from '@/lib/api/client'
import { usePreference } from '@/lib/preferences'
import { t } from '@/lib/text'
import { day, timeOfDay } from '@/lib/time'
import classes from './my-figures.module.css'

/** When I am planned to work in the next 14 days, in the zone in which my times are shown. */
export function Shifts() {
  usePreference('zone')
  usePreference('clock')
  const query = useQuery({
    queryKey: ['me', 'schedule'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/me/schedule', { signal })),
  })
  return (
    <Panel
      title={t('myFigures.shifts')}
      query={query}
      isEmpty={({ shifts }) => shifts.length === 0}
      empty={<Empty title={t('myFigures.shifts.none')} hint={t('myFigures.shifts.none.hint')} />}
    >
      {({ shifts }) => (
        <ul className={classes['shifts']}>
          {shifts.map(({ from, until }) => (
            <li key={from}>
              <span>{day(Date.parse(from))}</span> {timeOfDay(Date.parse(from))} –{' '}
              {timeOfDay(Date.parse(until))}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
