import { number } from '@/lib/text'
import classes from './share-bar.module.css'

interface ShareBarProps {
  /** 0 to 1. */
  share: number
  /** Where most of those with the same skill are, marked behind the bar. */
  band?: { low: number; high: number } | undefined
  /** All of it in words: the bar itself is only for the eye. */
  label: string
}

export const percent = (share: number) => number(share, { style: 'percent', maximumFractionDigits: 0 })

/** A share as a bar and a number. */
export function ShareBar({ share, band, label }: ShareBarProps) {
  return (
    <span className={classes['share']} title={label}>
      <span className={classes['track']} aria-hidden>
        {band && (
          <span
            className={classes['band']}
            style={{ left: `${band.low * 100}%`, width: `${Math.max((band.high - band.low) * 100, 1)}%` }}
          />
        )}
        <span className={classes['bar']} style={{ width: `${Math.min(share, 1) * 100}%` }} />
      </span>
      <span aria-hidden>{percent(share)}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  )
}
