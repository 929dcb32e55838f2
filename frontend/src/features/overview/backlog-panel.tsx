import { PriorityBadge, StateBadge } from '@/components/badges'
import { Panel } from '@/components/panel'
import { Age } from '@/components/time'
import { useStatistics } from '@/lib/live/hooks'
import { number, t } from '@/lib/text'
import { ExportButton } from './export-button'
import { HowCounted, RowsLink } from './how-counted'
import classes from './overview.module.css'
import { TableFrame } from './table-frame'
import type { Statistics } from './use-overview'

const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5'] as const

/** The states, with the words of the queue's filter. */
const STATES = [
  ['QUEUED', 'waiting'],
  ['OFFERED', 'offered'],
  ['ASSIGNED', 'assigned'],
  ['IN_PROGRESS', 'running'],
  ['ON_HOLD', 'held'],
  ['COMPLETED', 'completed'],
  ['FAILED', 'failed'],
  ['CANCELLED', 'cancelled'],
] as const
type Status = (typeof STATES)[number][0]

/** How many tasks are in which state, for each priority, live. */
export function BacklogPanel() {
  const statistics = useStatistics()
  const title = t('overview.tasks')
  return (
    <Panel
      title={title}
      query={statistics}
      isEmpty={(it) => it.total === 0}
      empty={<p className={classes['empty']}>{t('overview.tasks.none')}</p>}
      actions={
        <>
          {statistics.data && <Age since={statistics.data.at} ago />}
          <HowCounted what={title}>{t('overview.tasks.how')}</HowCounted>
          {statistics.data && (
            <ExportButton
              what={title}
              name="tasks"
              notes={[t('overview.tasks.how')]}
              rows={() => csvRows(statistics.data)}
            />
          )}
        </>
      }
    >
      {(data) => (
        <TableFrame what={title}>
          <table className={classes['figures']}>
            <thead>
              <tr>
                <th scope="col">{t('overview.state')}</th>
                {PRIORITIES.map((it) => (
                  <th key={it} scope="col">
                    <PriorityBadge priority={it} />
                  </th>
                ))}
                <th scope="col">{t('overview.sum')}</th>
              </tr>
            </thead>
            <tbody>
              {STATES.map(([status, word]) => (
                <tr key={status}>
                  <th scope="row">
                    <StateBadge state={status} />
                  </th>
                  {PRIORITIES.map((priority) => (
                    <td key={priority}>
                      <Count
                        n={countOf(data, status, priority)}
                        query={`p:${priority.slice(1)} state:${word}`}
                      />
                    </td>
                  ))}
                  <td>
                    <Count n={data.byStatus[status] ?? 0} query={`state:${word}`} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </Panel>
  )
}

function Count({ n, query }: { n: number; query: string }) {
  if (n === 0) return <span className={classes['zero']}>0</span>
  return <RowsLink query={query}>{number(n)}</RowsLink>
}

function countOf({ byQueue }: Statistics, status: Status, priority: string): number {
  return Object.values(byQueue).reduce((sum, queue) => sum + (queue[status]?.[priority] ?? 0), 0)
}

function csvRows(data: Statistics) {
  return [
    ['state', ...PRIORITIES, 'sum'],
    ...STATES.map(([status]) => [
      status,
      ...PRIORITIES.map((it) => countOf(data, status, it)),
      data.byStatus[status] ?? 0,
    ]),
  ]
}
