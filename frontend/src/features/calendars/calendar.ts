import { mergeOf } from '@/components/edit/merge'
import type { Schemas } from '@/lib/api/client'
import { t } from '@/lib/text'
import { dateInWords } from '@/lib/time'
import { WEEK, type Weekday, weekdayName } from '@/lib/week'

export type Calendar = Schemas['Calendar']

export interface Opening {
  day: Weekday
  from: string
  to: string
}

/** A day that is different: open as `09:00-12:00, 13:00-15:00` says, or closed. */
export interface Exceptional {
  date: string
  name: string
  open: string
}

/** A calendar as it stands in the form. */
export interface Draft {
  zone: string
  weekly: Opening[]
  exceptions: Exceptional[]
}
export type Field = keyof Draft

const FIELDS: readonly Field[] = ['zone', 'weekly', 'exceptions']

export const merging = mergeOf<Draft>(FIELDS)

const SPAN = /^([01]\d|2[0-3]):([0-5]\d)\s*[-–]\s*([01]\d|2[0-4]):([0-5]\d)$/

export function draftOf({ zone, definition: { weekly, exceptions } }: Calendar): Draft {
  return {
    zone,
    weekly: weekly.map(({ day, from, to }) => ({ day, from: minutes(from), to: minutes(to) })),
    exceptions: exceptions.map(({ date, name, open }) => ({
      date,
      name: name ?? '',
      open: open.map((it) => `${minutes(it.from)}-${minutes(it.to)}`).join(', '),
    })),
  }
}

/** The server may write seconds. */
function minutes(time: string): string {
  return time.slice(0, 5)
}

/** Undefined for what is no list of openings. */
export function hoursOf(open: string): { from: string; to: string }[] | undefined {
  const parts = open
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '')
  const hours = parts.flatMap((it) => {
    const [, h, m, toH, toM] = SPAN.exec(it) ?? []
    return h === undefined ? [] : [{ from: `${h}:${m}`, to: toH === '24' ? '00:00' : `${toH}:${toM}` }]
  })
  return hours.length === parts.length ? hours : undefined
}

export function isComplete({ weekly, exceptions }: Draft): boolean {
  return (
    weekly.every((it) => it.from !== '' && it.to !== '') &&
    exceptions.every((it) => it.date !== '' && hoursOf(it.open) !== undefined)
  )
}

export function toSend(draft: Draft): Pick<Calendar, 'zone' | 'definition'> {
  return {
    zone: draft.zone.trim(),
    definition: {
      weekly: draft.weekly,
      exceptions: draft.exceptions.map(({ date, name, open }) => ({
        date,
        name: name.trim() || null,
        open: hoursOf(open) ?? [],
      })),
    },
  }
}

const FIRST: Opening = { day: 'MONDAY', from: '09:00', to: '17:00' }

/** The same hours on the next day: a working week is written quickly. */
export function nextOpening(last: Opening | undefined): Opening {
  return last ? { ...last, day: WEEK[(WEEK.indexOf(last.day) + 1) % WEEK.length] ?? 'MONDAY' } : FIRST
}

/** Where a new calendar begins. */
export function workingWeek(zone: string): Pick<Calendar, 'zone' | 'definition'> {
  return { zone, definition: { weekly: WEEK.slice(0, 5).map((day) => ({ ...FIRST, day })), exceptions: [] } }
}

export function inWords(draft: Draft, field: Field): string {
  if (field === 'zone') return draft.zone
  const lines =
    field === 'weekly'
      ? draft.weekly.map((it) => `${weekdayName(it.day, 'short')} ${it.from} – ${it.to}`)
      : draft.exceptions.map((it) => `${dateInWords(it.date)} ${it.open || t('calendars.closed')} ${it.name}`)
  return lines.join('\n') || '–'
}
