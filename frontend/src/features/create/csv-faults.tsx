import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { t } from '@/lib/text'
import classes from './create.module.css'
import { type CheckedRow, type Fault, fixKey } from './csv-check'
import type { CsvChecking } from './use-csv-check'

interface CsvFaultsProps {
  checking: CsvChecking
  bad: readonly CheckedRow[]
  download: ReactNode
}

const PAGE = 250

const keyOf = ({ field, found }: Fault) => (field === undefined ? '' : fixKey(field, found))

/** Everything that is wrong, where and why, and what could stand there instead. */
export function CsvFaults({ checking, bad, download }: CsvFaultsProps) {
  const [shown, setShown] = useState(PAGE)
  const faults = bad.flatMap((it) => it.faults)
  const mendable = faults.filter((it) => it.fix !== undefined)
  const alike = new Map<string, number>()
  for (const it of mendable) alike.set(keyOf(it), (alike.get(keyOf(it)) ?? 0) + 1)
  const fixed = checking.fixes.size > 0
  if (faults.length === 0 && !fixed) return null
  return (
    <section className={classes['section']} aria-label={t('create.csv.faults', { n: faults.length })}>
      <div className={classes['sectionHead']}>
        <h3>{t('create.csv.faults', { n: faults.length })}</h3>
        <div className={classes['sectionHead']}>
          {fixed && (
            <Button variant="subtle" color="gray" onClick={checking.takeBack}>
              {t('create.csv.unfix')}
            </Button>
          )}
          {mendable.length > 0 && (
            <Button variant="default" onClick={() => checking.accept(mendable)}>
              {t('create.csv.fixAll', { n: mendable.length })}
            </Button>
          )}
          {download}
        </div>
      </div>
      {faults.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys
        <div className={classes['scroll']} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th>{t('create.csv.line')}</th>
                <th>{t('create.csv.where')}</th>
                <th>{t('create.csv.cause')}</th>
                <th>{t('create.csv.foundThere')}</th>
                <th>{t('create.csv.fix')}</th>
              </tr>
            </thead>
            <tbody>
              {faults.slice(0, shown).map((fault) => (
                <FaultRow
                  key={`${fault.line} ${fault.column} ${fault.cause}`}
                  fault={fault}
                  alike={alike.get(keyOf(fault)) ?? 0}
                  accept={() => checking.accept([fault])}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {faults.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + PAGE)}>
          {t('create.csv.more', { n: Math.min(PAGE, faults.length - shown) })}
        </Button>
      )}
    </section>
  )
}

function FaultRow({ fault, alike, accept }: { fault: Fault; alike: number; accept: () => void }) {
  const { line, column, field, fix, found } = fault
  return (
    <tr>
      <td>{line}</td>
      <td>
        {column > 0 ? column : ''}{' '}
        {field ? t(`create.field.${field}`) : column === 0 && t('create.csv.wholeRow')}
      </td>
      <td>{t(fault.cause, fault.values)}</td>
      <td>
        <span className={classes['found']}>{found}</span>
      </td>
      <td>
        {fix !== undefined && (
          <Button variant="default" size="compact-xs" onClick={accept}>
            {alike > 1 ? t('create.csv.useMany', { fix, n: alike }) : t('create.csv.use', { fix })}
          </Button>
        )}
      </td>
    </tr>
  )
}
