import { useQuery } from '@tanstack/react-query'
import { Panel } from '@/components/panel'
import { Shifts } from '@/components/shifts'
import { api, ok } from '@/lib/api/client'
import { now } from '@/lib/clock'
import { t } from '@/lib/text'
import { dayIn } from '@/lib/wall-time'

/** When I am planned to work in the next 14 days, and the vacations that are not over. */
export function MyShifts() {
  const query = useQuery({
    queryKey: ['me', 'schedule'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/me/schedule', { signal })),
  })
  return (
    <Panel title={t('myFigures.shifts')} query={query}>
      {({ shifts, vacations, zone }) => (
        <Shifts shifts={shifts} vacations={vacations.filter((it) => it.to >= dayIn(now(), zone))} />
      )}
    </Panel>
  )
}
