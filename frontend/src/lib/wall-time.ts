export interface Wall {
  year: number
  month: number
  day: number
  hour: number
  minute: number
}

const formats = new Map<string, Intl.DateTimeFormat>()

function offsetAt(instant: number, zone: string): number {
  let format = formats.get(zone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
  }
  const part = Object.fromEntries(format.formatToParts(instant).map((it) => [it.type, Number(it.value)]))
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1_000) * 1_000
}

/** When the clocks of a zone show this. In the hour that they skip, what would have been. */
export function instantOf({ year, month, day, hour, minute }: Wall, zone: string): number {
  const wall = Date.UTC(year, month - 1, day, hour, minute)
  const first = wall - offsetAt(wall, zone)
  return wall - offsetAt(first, zone)
}

/** What day it is then in a zone, as calendars write it: `2026-11-30`. */
export function dayIn(instant: number, zone: string): string {
  return new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 10)
}

/** When a day begins in a zone. */
export function beginOf(date: string, zone: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return instantOf({ year, month, day, hour: 0, minute: 0 }, zone)
}

export type DueFault = 'unreadable' | 'noSuchDay' | 'ambiguous'

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?$/
const DOTS = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}):(\d{2}))?$/
const SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:,?\s+(\d{1,2}):(\d{2}))?$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/**
 * When something is due: `2026-12-31`, which is the end of that day, `2026-12-31 17:00`, `31.12.2026`, or an exact time
 * with its offset. Of `03/04/2026` nobody knows the month; where only one reading is possible, it is the `fix`.
 */
export function dueOf(text: string, zone: string): number | { fault: DueFault; fix?: string } {
  const trimmed = text.trim()
  if (INSTANT.test(trimmed)) {
    const instant = Date.parse(trimmed)
    return Number.isNaN(instant) ? { fault: 'noSuchDay' } : instant
  }
  const iso = ISO.exec(trimmed)
  if (iso) return atWall(iso[1], iso[2], iso[3], iso[4], iso[5], zone)
  const dots = DOTS.exec(trimmed)
  if (dots) return atWall(dots[3], dots[2], dots[1], dots[4], dots[5], zone)
  const slashes = SLASHES.exec(trimmed)
  if (slashes === null) return { fault: 'unreadable' }
  const [, first = '', second = '', year = ''] = slashes
  if (Number(first) <= 12 && Number(second) <= 12) return { fault: 'ambiguous' }
  const [day, month] = Number(first) > 12 ? [first, second] : [second, first]
  const time = slashes[4] ? ` ${slashes[4].padStart(2, '0')}:${slashes[5]}` : ''
  const fix = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${time}`
  return typeof dueOf(fix, zone) === 'number' ? { fault: 'ambiguous', fix } : { fault: 'noSuchDay' }
}

function atWall(
  y: string | undefined,
  m: string | undefined,
  d: string | undefined,
  h: string | undefined,
  min: string | undefined,
  zone: string,
): number | { fault: DueFault } {
  const wall = {
    year: Number(y),
    month: Number(m),
    day: Number(d),
    hour: Number(h ?? 23),
    minute: Number(min ?? 59),
  }
  const there = new Date(Date.UTC(wall.year, wall.month - 1, wall.day))
  const exists = there.getUTCMonth() === wall.month - 1 && there.getUTCDate() === wall.day
  return exists && wall.hour < 24 && wall.minute < 60 ? instantOf(wall, zone) : { fault: 'noSuchDay' }
}
