import { Time } from '@/components/time'
import { number, t } from '@/lib/text'
import type { Flow } from './flow'
import { HowCounted } from './how-counted'
import classes from './overview.module.css'
import type { Range } from './overview-search'

const SUMS = ['created', 'completed', 'failed'] as const
const ROWS = { created: 'state:any', completed: 'state:completed', failed: 'state:failed' } as const

/** The flow of the range in four figures, each against the time before it. */
export function Figures({ flow, range }: { flow: Flow; range: Range }) {
  return (
    <dl className={classes['tiles']}>
      <div>
        <dt>
          {t('overview.inQueue')}
          <HowCounted what={t('overview.inQueue')} rows="state:waiting">
            {t('overview.inQueue.how')}
          </HowCounted>
        </dt>
        <dd>
          <strong>{flow.waiting === undefined ? '–' : number(flow.waiting)}</strong>
          {flow.growth !== undefined && flow.since !== undefined && (
            <span>
              {t('overview.growth', { change: signed(flow.growth) })} <Time at={flow.since} />
            </span>
          )}
        </dd>
      </div>
      {SUMS.map((it) => (
        <div key={it}>
          <dt>
            {t(`overview.${it}`)}
            <HowCounted
              what={t(`overview.${it}`)}
              rows={it === 'created' ? `${ROWS[it]} age:<${range}h` : ROWS[it]}
            >
              {t(`overview.${it}.how`)}
            </HowCounted>
          </dt>
          <dd>
            <strong>{number(flow[it])}</strong>
            <span>
              {t('overview.perHour', { n: number(flow[it] / flow.hours, { maximumFractionDigits: 1 }) })}
              {flow.before && `, ${comparison(flow[it], flow.before[it])}`}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const signed = (n: number) => number(n, { signDisplay: 'exceptZero' })

function comparison(now: number, before: number): string {
  if (before === 0) return t('overview.before.none')
  const change = number(now / before - 1, {
    style: 'percent',
    signDisplay: 'exceptZero',
    maximumFractionDigits: 0,
  })
  return t('overview.before', { change, n: before })
}
