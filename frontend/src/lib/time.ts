import { preferences, zone } from './preferences'
import { language, t } from './text'

const MINUTE = 60
const HOUR = 3_600
const DAY = 86_400

/** A span in words, its two greatest parts: `4 min 12 s`, `2 days 3 h`. */
export function duration(seconds: number): string {
  const whole = Math.max(Math.round(seconds), 0)
  if (whole < MINUTE) return t('time.s', { n: whole })
  if (whole < HOUR) return parts(whole, MINUTE, 'time.min', 1, 'time.s')
  if (whole < DAY) return parts(whole, HOUR, 'time.h', MINUTE, 'time.min')
  return parts(whole, DAY, 'time.d', HOUR, 'time.h')
}

type Unit = 'time.s' | 'time.min' | 'time.h' | 'time.d'

function parts(seconds: number, big: number, bigUnit: Unit, small: number, smallUnit: Unit): string {
  const rest = Math.floor((seconds % big) / small)
  const first = t(bigUnit, { n: Math.floor(seconds / big) })
  return rest === 0 ? first : `${first} ${t(smallUnit, { n: rest })}`
}

/** How long ago, coarsely enough to be read while it runs: one part, seconds in steps. */
export function age(seconds: number): string {
  const whole = Math.max(Math.round(seconds), 0)
  if (whole < MINUTE) return t('time.s', { n: whole < 10 ? whole : Math.floor(whole / 5) * 5 })
  if (whole < HOUR) return t('time.min', { n: Math.floor(whole / MINUTE) })
  return duration(whole < DAY ? whole - (whole % MINUTE) : whole - (whole % HOUR))
}

/** How long such an age stays true, in milliseconds. */
export function ageStep(seconds: number): number {
  if (seconds < 10) return 1_000
  if (seconds < MINUTE) return 5_000
  return 30_000
}

// to make one takes a hundred times as long as to use it, and each row of a list has several
const formats = new Map<string, Intl.DateTimeFormat>()

function format(at: number, options: Intl.DateTimeFormatOptions): string {
  const all = { ...options, timeZone: zone(), hour12: preferences.get().clock === '12' }
  const key = `${language()} ${JSON.stringify(all)}`
  const made = formats.get(key) ?? new Intl.DateTimeFormat(language(), all)
  formats.set(key, made)
  return made.format(at)
}

/** The time of day, and the date unless it is today's. */
export function shortTime(at: number, today: number): string {
  const date: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' }
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' }
  const year: Intl.DateTimeFormatOptions = { year: 'numeric' }
  const sameYear = format(at, year) === format(today, year)
  return dayOf(at) === dayOf(today)
    ? format(at, { ...time, second: '2-digit' })
    : format(at, sameYear ? { ...date, ...time } : { ...date, ...year, ...time })
}

/** The exact time, with its offset from UTC. */
export function exactTime(at: number): string {
  return format(at, {
    year: 'numeric',
    month: 'short',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  })
}

/** The time of day, to the minute. */
export function timeOfDay(at: number): string {
  return format(at, { hour: '2-digit', minute: '2-digit' })
}

/** The day, with its name: `Mon, 30 Nov`. */
export function day(at: number): string {
  return format(at, { weekday: 'short', day: 'numeric', month: 'short' })
}

/** A day of a calendar, which is the same in every zone: `Mon, 30 Nov`. */
export function dateInWords(date: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(language(), options).format(Date.parse(date))
}

/** The zone in which times are shown, with its offset from UTC at that moment: `Europe/Berlin (GMT+01:00)`. */
export function zoneInWords(at: number): string {
  const parts = new Intl.DateTimeFormat(language(), { timeZone: zone(), timeZoneName: 'longOffset' })
  const offset = parts.formatToParts(at).find((it) => it.type === 'timeZoneName')?.value
  return offset === undefined ? zone() : `${zone()} (${offset})`
}

function dayOf(at: number): string {
  return format(at, { year: 'numeric', month: '2-digit', day: '2-digit' })
}
