import { language } from './text'

export const WEEK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const

export type Weekday = (typeof WEEK)[number]

/** Some Monday. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY = 86_400_000

/** The name of a day of the week. */
export function weekdayName(day: Weekday, weekday: 'long' | 'short' = 'long'): string {
  return new Intl.DateTimeFormat(language(), { weekday, timeZone: 'UTC' }).format(
    MONDAY + WEEK.indexOf(day) * DAY,
  )
}

/** The day after, as calendars write it. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)
}

/** The Monday of its week. */
export function mondayOf(date: string): string {
  return plusDays(date, -((new Date(date).getUTCDay() + 6) % 7))
}
