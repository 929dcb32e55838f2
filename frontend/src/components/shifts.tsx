import { Palmtree } from 'lucide-react'
import type { Schemas } from '@/lib/api/client'
import { usePreference } from '@/lib/preferences'
import { t } from '@/lib/text'
import { dateInWords, day, timeOfDay } from '@/lib/time'
import classes from './shifts.module.css'
import { Empty } from './states'

interface ShiftsProps {
  shifts: readonly Schemas['Span'][]
  vacations: readonly Schemas['Vacation'][]
}

/** When somebody is planned to work, in the zone in which times are shown, and when they are away. */
export function Shifts({ shifts, vacations }: ShiftsProps) {
  usePreference('zone')
  usePreference('clock')
  if (shifts.length === 0 && vacations.length === 0)
    return <Empty title={t('shifts.none')} hint={t('shifts.none.hint')} />
  return (
    <>
      {shifts.length === 0 ? (
        <p className={classes['none']}>{t('shifts.none')}</p>
      ) : (
        <ul className={classes['shifts']}>
          {shifts.map(({ from, until }) => (
            <li key={from}>
              <span>{day(Date.parse(from))}</span> {timeOfDay(Date.parse(from))} –{' '}
              {timeOfDay(Date.parse(until))}
            </li>
          ))}
        </ul>
      )}
      {vacations.length > 0 && (
        <ul className={classes['shifts']} aria-label={t('shifts.vacations')}>
          {vacations.map((it) => (
            <li key={it.from}>
              <Palmtree size={14} aria-hidden /> {vacationInWords(it)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

export function vacationInWords({ from, to, note }: Schemas['Vacation']): string {
  const days = from === to ? dateInWords(from) : `${dateInWords(from)} – ${dateInWords(to)}`
  return t('shifts.vacation', { days: note ? `${days} (${note})` : days })
}
