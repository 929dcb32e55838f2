import { PriorityBadge } from '@/components/badges'
import { Panel } from '@/components/panel'
import { Age, Time } from '@/components/time'
import { number, t } from '@/lib/text'
import { duration } from '@/lib/time'
import { ExportButton } from './export-button'
import { HowCounted, RowsLink } from './how-counted'
import classes from './overview.module.css'
import type { Range } from './overview-search'
import { TableFrame } from './table-frame'
import { useWaits, type Waits } from './use-overview'

const SPANS = ['waiting', 'handling'] as const
/** Who was assigned at least once, and whose work has come to its end. */
const ROWS = { waiting: 'assigned,running,completed,failed', handling: 'completed' } as const
const PERCENTILES = ['p50', 'p90', 'p95'] as const

/** How long tasks wait and are worked on, for each priority. */
export function WaitsPanel({ range }: { range: Range }) {
  const waits = useWaits(range)
  const title = t('overview.waits')
  return (
    <Panel
      title={title}
      query={waits}
      isEmpty={(it) => it.sample === 0}
      empty={<p className={classes['empty']}>{t('overview.waits.none', { n: range })}</p>}
      actions={
        <>
          {waits.data && <Age since={waits.dataUpdatedAt} ago />}
          <HowCounted what={title}>{t('overview.waits.how')}</HowCounted>
          {waits.data && (
            <ExportButton
              what={title}
              name={`waits-${range}h`}
              notes={[t('overview.range.last', { n: range }), t('overview.waits.how')]}
              rows={() => csvRows(waits.data)}
            />
          )}
        </>
      }
    >
      {(data) => (
        <>
          <Table data={data} title={title} />
          <p className={classes['foot']}>
            {t('overview.waits.sample', { n: data.sample })}{' '}
            {data.cut && (
              <>
                {t('overview.waits.cut')} <Time at={data.from} />.
              </>
            )}
          </p>
        </>
      )}
    </Panel>
  )
}

function Table({ data, title }: { data: Waits; title: string }) {
  return (
    <TableFrame what={title}>
      <table className={classes['figures']}>
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {t('overview.priority')}
            </th>
            {SPANS.map((span) => (
              <th key={span} colSpan={4} scope="colgroup">
                {t(`overview.${span}`)}
              </th>
            ))}
          </tr>
          <tr>
            {SPANS.flatMap((span) => [
              <th key={span} scope="col">
                {t('overview.sample')}
              </th>,
              ...PERCENTILES.map((it) => (
                <th key={`${span} ${it}`} scope="col">
                  {it}
                </th>
              )),
            ])}
          </tr>
        </thead>
        <tbody>
          {data.items.map((item) => (
            <tr key={item.priority}>
              <th scope="row">
                <PriorityBadge priority={item.priority} />
              </th>
              {SPANS.flatMap((span) => [
                <td key={span}>
                  {item[span].count === 0 ? (
                    number(0)
                  ) : (
                    <RowsLink query={`p:${item.priority.slice(1)} state:${ROWS[span]}`}>
                      {number(item[span].count)}
                    </RowsLink>
                  )}
                </td>,
                ...PERCENTILES.map((it) => <td key={`${span} ${it}`}>{inWords(item[span][it])}</td>),
              ])}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

const inWords = (seconds: number | null | undefined) =>
  seconds === null || seconds === undefined ? '–' : duration(seconds)

function csvRows({ items }: Waits) {
  const names = SPANS.flatMap((span) => ['n', ...PERCENTILES].map((it) => `${span}_${it}_seconds`))
  return [
    ['priority', ...names.map((it) => it.replace('_n_seconds', '_count'))],
    ...items.map((item) => [
      item.priority,
      ...SPANS.flatMap((span) => [item[span].count, ...PERCENTILES.map((it) => item[span][it])]),
    ]),
  ]
}
