import { CircleCheck, CirclePause, CircleX, type LucideIcon, Timer, TriangleAlert } from 'lucide-react'
import { t } from '@/lib/text'
import { ageStep, duration, exactTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { type Clock, type Read, type Reading, readingOf } from './reading'
import classes from './sla-bar.module.css'

const ICONS: Record<Clock['state'], LucideIcon> = {
  RUNNING: Timer,
  AT_RISK: TriangleAlert,
  BREACHED: CircleX,
  PAUSED: CirclePause,
  MET: CircleCheck,
  MISSED: CircleX,
  DROPPED: CirclePause,
}
const SLOWLY = 30_000
const MINUTE = 60

/** How much of a promised time is gone, and when the rest is. It ticks by itself; words and shape say what colour says. */
export function SlaBar({ read }: { read: Read }) {
  const rough = readingOf(read, useNow(SLOWLY))
  const reading = readingOf(read, useNow(ageStep(rough.seconds)))
  const Icon = ICONS[reading.state]
  return (
    <span
      className={classes['sla']}
      data-state={reading.state}
      title={exactTime(Date.parse(read.clock.targetAt))}
    >
      <span className={classes['track']} aria-hidden>
        <span style={{ width: `${Math.min(reading.percent, 100)}%` }} />
      </span>
      <span className={classes['words']}>
        <Icon size={14} aria-hidden />
        {inWords(reading)}
      </span>
    </span>
  )
}

function inWords({ state, seconds }: Reading): string {
  const whole = seconds < MINUTE ? seconds : Math.floor(seconds / MINUTE) * MINUTE
  return t(`sla.state.${state}`, { time: duration(whole) })
}
