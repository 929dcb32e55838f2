import type { Schemas } from '@/lib/api/client'
import { t } from '@/lib/text'
import { timeOfDay } from '@/lib/time'
import { beginOf } from '@/lib/wall-time'
import { plusDays } from '@/lib/week'

export type Planned = Schemas['PlannedWorker']
type Span = Schemas['Span']
type Vacation = Schemas['Vacation']

/** A day in the zone in which times are shown; the nights of the change of the clock make it shorter or longer. */
export interface Day {
  date: string
  from: number
  until: number
}

export function daysFrom(first: string, count: number, zone: string): Day[] {
  return Array.from({ length: count }, (_, index) => {
    const date = plusDays(first, index)
    return { date, from: beginOf(date, zone), until: beginOf(plusDays(date, 1), zone) }
  })
}

export function isOn({ from, until }: Day, instant: number): boolean {
  return from <= instant && instant < until
}

/** How much of the day is over at that instant, 0 to 1. */
export function partOf({ from, until }: Day, instant: number): number {
  return Math.min(Math.max((instant - from) / (until - from), 0), 1)
}

/** The shifts of which some part is on that day. */
export function shiftsOn({ shifts }: Planned, { from, until }: Day): Span[] {
  return shifts.filter((it) => Date.parse(it.until) > from && Date.parse(it.from) < until)
}

/** Its days are those of where the person lives; nobody's vacation moves because somebody elsewhere looks. */
export function vacationOn({ vacations }: Planned, { date }: Day): Vacation | undefined {
  return vacations.find((it) => it.from <= date && date <= it.to)
}

/** A shift as one day tells it: what began the day before is only told to its end. */
export function spanInWords({ from, until }: Span, day: Day): string {
  const [begin, end] = [Date.parse(from), Date.parse(until)]
  return begin < day.from
    ? t('plan.until', { time: timeOfDay(end) })
    : `${timeOfDay(begin)} – ${timeOfDay(end)}`
}

export function isRunning({ from, until }: Span, now: number): boolean {
  return Date.parse(from) <= now && now < Date.parse(until)
}

export function vacationInWords({ note }: Vacation): string {
  return note ? t('plan.vacation.note', { note }) : t('plan.vacation')
}
