import { Palmtree } from 'lucide-react'
import { t } from '@/lib/text'
import { timeOfDay } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import {
  type Day,
  isOn,
  isRunning,
  type Planned,
  partOf,
  shiftsOn,
  spanInWords,
  vacationInWords,
  vacationOn,
} from './days'
import classes from './plan.module.css'
import { Who } from './who'

const MINUTE = 60_000
const TICKS = 8

interface DayPlanProps {
  people: readonly Planned[]
  days: readonly Day[]
}

/** One day by the hour, a line for each person; a line across stands where now is. */
export function DayPlan({ people, days: [day] }: DayPlanProps) {
  const now = useNow(MINUTE)
  if (day === undefined) return null
  const place = isOn(day, now)
    ? { 'data-now': true, style: { '--now': `${partOf(day, now) * 100}%` } as React.CSSProperties }
    : {}
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys
    <div className={classes['scroll']} tabIndex={0}>
      <table className={classes['day']}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              <span className="visually-hidden">{t('plan.hours')}</span>
              <span className={classes['ticks']} aria-hidden>
                {Array.from(
                  { length: TICKS },
                  (_, tick) => day.from + ((day.until - day.from) * tick) / TICKS,
                ).map((at) => (
                  <span key={at}>{timeOfDay(at)}</span>
                ))}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.workerId}>
              <th scope="row">
                <Who person={person} />
              </th>
              <td>
                <Track person={person} day={day} now={now} place={place} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface TrackProps {
  person: Planned
  day: Day
  now: number
  place: object
}

function Track({ person, day, now, place }: TrackProps) {
  const vacation = vacationOn(person, day)
  return (
    <div className={classes['track']} {...place}>
      {vacation && (
        <span className={classes['away']}>
          <Palmtree size={12} aria-hidden /> {vacationInWords(vacation)}
        </span>
      )}
      {shiftsOn(person, day).map((it) => {
        const [left, right] = [partOf(day, Date.parse(it.from)), partOf(day, Date.parse(it.until))]
        const words = spanInWords(it, day)
        return (
          <span
            key={it.from}
            className={classes['shift']}
            data-running={isRunning(it, now) || undefined}
            title={words}
            style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%` }}
          >
            {words}
          </span>
        )
      })}
    </div>
  )
}
