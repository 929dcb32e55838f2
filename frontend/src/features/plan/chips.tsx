import { Palmtree } from 'lucide-react'
import { t } from '@/lib/text'
import { type Day, isRunning, type Planned, shiftsOn, spanInWords, vacationInWords, vacationOn } from './days'
import classes from './plan.module.css'

/** What somebody has on a day, in words. */
export function Chips({ person, day, now }: { person: Planned; day: Day; now: number }) {
  const vacation = vacationOn(person, day)
  return (
    <>
      {vacation && (
        <span className={classes['chip']} data-vacation>
          <Palmtree size={12} aria-hidden /> {vacationInWords(vacation)}
        </span>
      )}
      {shiftsOn(person, day).map((it) => (
        <span key={it.from} className={classes['chip']} data-running={isRunning(it, now) || undefined}>
          {spanInWords(it, day)}
          {isRunning(it, now) && <span className="visually-hidden"> ({t('plan.now')})</span>}
        </span>
      ))}
    </>
  )
}
