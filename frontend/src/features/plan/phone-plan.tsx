import { t } from '@/lib/text'
import { dateInWords } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { Chips } from './chips'
import { type Day, isOn, type Planned, shiftsOn, vacationOn } from './days'
import classes from './plan.module.css'
import { Who } from './who'

const MINUTE = 60_000

interface PhonePlanProps {
  people: readonly Planned[]
  days: readonly Day[]
}

/** A list for each day, of those who work or are away. */
export function PhonePlan({ people, days }: PhonePlanProps) {
  const now = useNow(MINUTE)
  return days.map((day) => {
    const planned = people.filter((it) => shiftsOn(it, day).length > 0 || vacationOn(it, day) !== undefined)
    return (
      <section key={day.date} className={classes['list']} aria-label={dateInWords(day.date)}>
        <h2 data-today={isOn(day, now) || undefined}>
          {dateInWords(day.date)}
          {isOn(day, now) && ` · ${t('plan.today')}`}
        </h2>
        {planned.length === 0 ? (
          <p>{t('plan.nobody')}</p>
        ) : (
          <ul>
            {planned.map((person) => (
              <li key={person.workerId}>
                <Who person={person} />
                <span>
                  <Chips person={person} day={day} now={now} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    )
  })
}
