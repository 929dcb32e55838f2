import { mergeOf } from '@/components/edit/merge'
import { vacationInWords } from '@/components/shifts'
import type { Schemas } from '@/lib/api/client'
import { t } from '@/lib/text'
import { dateInWords } from '@/lib/time'
import { WEEK, weekdayName } from '@/lib/week'

export type Schedule = Schemas['Schedule']
export type Planned = Schemas['ScheduleView']
export type Field = keyof Schedule

export const FIELDS: readonly Field[] = ['zone', 'weekly', 'vacations', 'extra']

export const merging = mergeOf<Schedule>(FIELDS)

export function draftOf({ zone, weekly, vacations, extra }: Planned): Schedule {
  return { zone, weekly, vacations, extra }
}

/** As it is sent: an empty note is none. */
export function toSend(draft: Schedule): Schedule {
  const vacations = draft.vacations.map((it) => ({ ...it, note: it.note?.trim() || null }))
  return { ...draft, zone: draft.zone.trim(), vacations }
}

/** Whether every line says when. */
export function isComplete({ weekly, vacations, extra }: Schedule): boolean {
  const times = [...weekly, ...extra].flatMap((it) => [it.from, it.until])
  const days = [...vacations.flatMap((it) => [it.from, it.to]), ...extra.map((it) => it.date)]
  return [...times, ...days].every((it) => it !== '')
}

const FIRST = { day: 'MONDAY', from: '09:00', until: '17:00' } as const

/** The same times on the next day: a working week is written quickly. */
export function nextShift(last: Schedule['weekly'][number] | undefined): Schedule['weekly'][number] {
  return last ? { ...last, day: WEEK[(WEEK.indexOf(last.day) + 1) % WEEK.length] ?? 'MONDAY' } : FIRST
}

export function inWords(draft: Schedule, field: Field): string {
  const lines =
    field === 'zone'
      ? [draft.zone]
      : field === 'weekly'
        ? draft.weekly.map((it) => `${weekdayName(it.day, 'short')} ${it.from} – ${it.until}`)
        : field === 'vacations'
          ? draft.vacations.map(vacationInWords)
          : draft.extra.map((it) => `${dateInWords(it.date)} ${it.from} – ${it.until}`)
  return lines.join('\n') || t('schedule.none')
}
