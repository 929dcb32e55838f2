import { Time } from '@/components/time'
import { number, t } from '@/lib/text'
import type { Flow } from './flow'
import { RATES, STOCKS } from './flow-panel'
import classes from './overview.module.css'
import { TableFrame } from './table-frame'

/** What the charts show, the latest first. */
export function FlowTable({ flow }: { flow: Flow }) {
  return (
    <TableFrame what={t('overview.flow')} tall>
      <table className={classes['figures']}>
        <thead>
          <tr>
            <th scope="col">{t('overview.until')}</th>
            {[...STOCKS, ...RATES].map((it) => (
              <th key={it} scope="col">
                {t(`overview.line.${it}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...flow.buckets].reverse().map((bucket) => (
            <tr key={bucket.at}>
              <th scope="row">
                <Time at={bucket.at} />
              </th>
              {[...STOCKS, ...RATES].map((it) => {
                const value = bucket[it]
                return <td key={it}>{value === null ? '–' : number(value)}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
