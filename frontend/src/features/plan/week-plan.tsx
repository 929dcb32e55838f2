import { dateInWords } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { Chips } from './chips'
import { type Day, isOn, type Planned, partOf } from './days'
import classes from './plan.module.css'
import { Who } from './who'

const MINUTE = 60_000

interface WeekPlanProps {
  people: readonly Planned[]
  days: readonly Day[]
}

/** People by days; a line stands where now is. */
export function WeekPlan({ people, days }: WeekPlanProps) {
  const now = useNow(MINUTE)
  const nowIn = (day: Day) =>
    isOn(day, now)
      ? { 'data-today': true, style: { '--now': `${partOf(day, now) * 100}%` } as React.CSSProperties }
      : {}
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys
    <div className={classes['scroll']} tabIndex={0}>
      <table className={classes['week']}>
        <thead>
          <tr>
            <td />
            {days.map((day) => (
              <th key={day.date} scope="col" {...nowIn(day)}>
                {dateInWords(day.date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.workerId}>
              <th scope="row">
                <Who person={person} />
              </th>
              {days.map((day) => (
                <td key={day.date} {...nowIn(day)}>
                  <Chips person={person} day={day} now={now} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
