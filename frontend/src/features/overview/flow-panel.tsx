import { Button } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { Panel } from '@/components/panel'
import { Loading } from '@/components/states'
import { Age } from '@/components/time'
import { t } from '@/lib/text'
import { ExportButton } from './export-button'
import { Figures } from './figures'
import type { Flow } from './flow'
import { FlowTable } from './flow-table'
import { HowCounted } from './how-counted'
import classes from './overview.module.css'
import { RANGES, type Range } from './overview-search'
import { useFlow } from './use-overview'

const Chart = lazy(() => import('./chart'))

export const STOCKS = ['waiting', 'assigned', 'inProgress'] as const
export const RATES = ['created', 'completed', 'failed'] as const

interface FlowPanelProps {
  range: Range
  table: boolean
  showTable: (table: boolean) => void
}

/** What came in, what was done, and what was where, over time. */
export function FlowPanel({ range, table, showTable }: FlowPanelProps) {
  const flow = useFlow(range)
  const title = t('overview.flow')
  const how = t('overview.flow.how', { n: RANGES[range] })
  return (
    <Panel
      title={title}
      query={flow}
      loading={<Loading what={title} rows={5} height={48} />}
      isEmpty={(it) => it.buckets.length === 0}
      empty={<p className={classes['empty']}>{t('overview.flow.none')}</p>}
      actions={
        <>
          {flow.data && <Age since={flow.dataUpdatedAt} ago />}
          <Button
            variant={table ? 'filled' : 'default'}
            size="compact-xs"
            aria-pressed={table}
            onClick={() => showTable(!table)}
          >
            {t('overview.asTable')}
          </Button>
          <HowCounted what={title}>{how}</HowCounted>
          {flow.data && (
            <ExportButton
              what={title}
              name={`flow-${range}h`}
              notes={[t('overview.range.last', { n: range }), how]}
              rows={() => csvRows(flow.data)}
            />
          )}
        </>
      }
    >
      {(data) => (
        <>
          <Figures flow={data} range={range} />
          {table ? (
            <FlowTable flow={data} />
          ) : (
            <div className={classes['charts']}>
              <Suspense fallback={<Loading what={title} rows={1} height={206} />}>
                <Chart buckets={data.buckets} lines={STOCKS} title={t('overview.flow.stocks')} />
                <Chart
                  buckets={data.buckets}
                  lines={RATES}
                  title={t('overview.flow.rates', { n: RANGES[range] })}
                />
              </Suspense>
            </div>
          )}
        </>
      )}
    </Panel>
  )
}

function csvRows({ buckets }: Flow) {
  return [
    ['until', ...STOCKS, ...RATES],
    ...buckets.map((it) => [
      new Date(it.at).toISOString(),
      ...STOCKS.map((line) => it[line]),
      ...RATES.map((line) => it[line]),
    ]),
  ]
}
