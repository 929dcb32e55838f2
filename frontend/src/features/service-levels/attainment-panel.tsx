import { Button } from '@mantine/core'
import { useState } from 'react'
import { PriorityBadge } from '@/components/badges'
import { Panel } from '@/components/panel'
import { Empty } from '@/components/states'
import type { Schemas } from '@/lib/api/client'
import { number, t } from '@/lib/text'
import classes from './levels.module.css'
import { useAttainment } from './use-levels'

type Attainment = Schemas['Attainment']

const DAYS = [1, 7, 30] as const
const KINDS = ['ASSIGN', 'FIRST_ACTION', 'RESOLVE'] as const

/** Of the promises that came to an end, how many were kept; each with what it counts. */
export function AttainmentPanel({ queue }: { queue: string | undefined }) {
  const [days, setDays] = useState<(typeof DAYS)[number]>(7)
  const query = useAttainment(days)
  const wanted = (items: readonly Attainment[]) =>
    items.filter((it) => queue === undefined || it.queue === queue)
  return (
    <Panel
      title={t('levels.attainment')}
      query={query}
      isEmpty={(it) => wanted(it).length === 0}
      empty={<Empty title={t('levels.attainment.none')} hint={t('levels.attainment.none.hint')} />}
      actions={DAYS.map((it) => (
        <Button
          key={it}
          size="compact-xs"
          variant={it === days ? 'filled' : 'default'}
          aria-pressed={it === days}
          onClick={() => setDays(it)}
        >
          {t('levels.days', { n: it })}
        </Button>
      ))}
    >
      {(items) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys
        <div className={classes['scroll']} tabIndex={0}>
          <table className={classes['attainment']}>
            <thead>
              <tr>
                <th scope="col">{t('levels.queue')}</th>
                <th scope="col">{t('levels.priority')}</th>
                {KINDS.map((it) => (
                  <th key={it} scope="col">
                    {t(`sla.kind.${it}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rowsOf(wanted(items)).map((row) => (
                <tr key={`${row.queue} ${row.priority}`}>
                  <th scope="row">{row.queue}</th>
                  <td>
                    <PriorityBadge priority={row.priority} />
                  </td>
                  {KINDS.map((kind) => (
                    <td key={kind}>
                      <Kept of={row.kinds[kind]} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

function Kept({ of }: { of: Attainment | undefined }) {
  if (of === undefined) return <span className={classes['dim']}>–</span>
  return (
    <>
      <strong>{number(of.percent / 100, { style: 'percent', maximumFractionDigits: 1 })}</strong>{' '}
      <span className={classes['dim']}>{t('levels.kept', { met: of.met, all: of.met + of.missed })}</span>
    </>
  )
}

interface Row extends Pick<Attainment, 'queue' | 'priority'> {
  kinds: Partial<Record<Attainment['kind'], Attainment>>
}

function rowsOf(items: readonly Attainment[]): Row[] {
  const rows = new Map<string, Row>()
  for (const it of items) {
    const key = `${it.queue} ${it.priority}`
    const row = rows.get(key) ?? { queue: it.queue, priority: it.priority, kinds: {} }
    rows.set(key, { ...row, kinds: { ...row.kinds, [it.kind]: it } })
  }
  return [...rows.entries()].toSorted(([a], [b]) => a.localeCompare(b)).map(([, row]) => row)
}
