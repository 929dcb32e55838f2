import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { number, t } from '@/lib/text'
import classes from './create.module.css'
import type { CsvRunning } from './use-csv-run'

interface CsvProgressProps {
  running: CsvRunning
  bad: number
  another: ReactNode
  download: ReactNode
}

/** How far it is, what came of it, and how to stop it or go on. */
export function CsvProgress({ running, bad, another, download }: CsvProgressProps) {
  const { work, outcome, state } = running
  const sizes = (work?.chunks ?? []).map((it) => it.parts.length)
  const all = sum(sizes)
  const done = sum(sizes.slice(0, outcome.chunks))
  const through = outcome.chunks === sizes.length
  return (
    <div className={classes['form']}>
      <progress
        className={classes['progress']}
        value={done}
        max={all}
        aria-label={t('create.csv.running', { done, n: all })}
      />
      <p className={classes['summary']} role="status">
        <strong>
          {through && state === 'idle' ? t('create.csv.done') : t('create.csv.running', { done, n: all })}
        </strong>
        {state !== 'idle' && (
          <Button variant="default" disabled={state === 'stopping'} onClick={running.stop}>
            {t(state === 'stopping' ? 'create.csv.stopping' : 'create.csv.stop')}
          </Button>
        )}
      </p>
      {state === 'idle' && !through && (
        <p className={classes['warn']} role="alert">
          {outcome.problem
            ? t('create.csv.broken', { reason: outcome.problem.message })
            : t('create.csv.stopped')}
        </p>
      )}
      <ul className={classes['results']}>
        {(outcome.created > 0 || (through && outcome.before === 0)) && (
          <li>{t('create.csv.created', { n: outcome.created })}</li>
        )}
        {outcome.before > 0 && <li>{t('create.csv.before', { n: outcome.before })}</li>}
        {outcome.changed.map(({ from, to, count }) => (
          <li key={from}>{t('create.csv.changed', { from: number(from), to: number(to), n: count })}</li>
        ))}
        {outcome.refused.length > 0 && (
          <li>
            {t('create.csv.refused', { n: outcome.refused.length })}
            <ul className={`${classes['results']} ${classes['refused']}`}>
              {outcome.refused.map(({ line, reason }) => (
                <li key={`${line} ${reason}`}>
                  {t('create.csv.refusedLine', { line: number(line), reason })}
                </li>
              ))}
            </ul>
          </li>
        )}
        {bad > 0 && <li>{t('create.csv.left', { n: bad })}</li>}
      </ul>
      {state === 'idle' && (
        <div className={classes['foot']}>
          <div className={classes['sectionHead']}>
            {another}
            {download}
          </div>
          {through ? (
            <Button component={Link} to="/queue" size="sm">
              {t('create.csv.look')}
            </Button>
          ) : (
            <Button size="sm" onClick={() => void running.proceed()}>
              {t('create.csv.continue', { n: all - done })}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, it) => all + it, 0)
