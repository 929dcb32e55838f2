import type { Schemas } from '@/lib/api/client'

export type Priority = Schemas['TaskView']['priority']

export const PRIORITIES: readonly Priority[] = ['P1', 'P2', 'P3', 'P4', 'P5']
export const LONGEST = { title: 200, category: 60, details: 10_000, skills: 20 } as const

const MINUTE = 60
const HOUR = 3_600
const DAY = 86_400
const LONGEST_ESTIMATE = 31_536_000

const UNITS: readonly [RegExp, number][] = [
  [/^(d|day|days|tage?)$/, DAY],
  [/^(h|hr|hrs|hours?|std|stunden?)$/, HOUR],
  [/^(m|min|mins|minutes?|minuten?)$/, MINUTE],
  [/^(s|sec|secs|seconds?|sek|sekunden?)$/, 1],
]

/** Seconds of `30`, which are minutes, `45 min`, `1 h 30 min`, `1.5 h`, `1:30` or `2 days`. */
export function estimateOf(text: string): number | 'unreadable' | 'outOfRange' {
  const trimmed = text.trim().toLowerCase()
  const seconds = secondsOf(trimmed)
  if (Number.isNaN(seconds)) return /^-\s*\d/.test(trimmed) ? 'outOfRange' : 'unreadable'
  return seconds >= 1 && seconds <= LONGEST_ESTIMATE ? seconds : 'outOfRange'
}

function secondsOf(text: string): number {
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text)
  if (clock) return Number(clock[1]) * HOUR + Number(clock[2]) * MINUTE
  if (/^\d+([.,]\d+)?$/.test(text)) return Math.round(decimal(text) * MINUTE)
  if (!/^(\d+([.,]\d+)?\s*\p{L}+\.?\s*)+$/u.test(text)) return Number.NaN
  let sum = 0
  for (const [, amount = '', unit = ''] of text.matchAll(/(\d+(?:[.,]\d+)?)\s*(\p{L}+)/gu)) {
    const seconds = UNITS.find(([name]) => name.test(unit))?.[1]
    if (seconds === undefined) return Number.NaN
    sum += decimal(amount) * seconds
  }
  return Math.round(sum)
}

const decimal = (text: string) => Number(text.replace(',', '.'))

/** What a character of a single line must not be, as the server sees it. */
const REFUSED = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u
const REFUSED_IN_LINES = /(?![\n\r\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u

/** The first character that may not be in the text. */
export function refusedCharacter(text: string, lines = false): string | undefined {
  return (lines ? REFUSED_IN_LINES : REFUSED).exec(text)?.[0]
}

/** The text without them, and without line breaks. */
export function onOneLine(text: string): string {
  return text.replace(new RegExp(REFUSED, 'gu'), ' ').replace(/ {2,}/g, ' ').trim()
}

/** As people count characters: an emoji is one. */
export function lengthOf(text: string): number {
  return Array.from(text).length
}
