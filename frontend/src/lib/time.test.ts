import { afterEach, expect, it } from 'vitest'
import { preferences } from './preferences'
import { loadTexts } from './text'
import { age, duration, exactTime, shortTime } from './time'

const endingWith = (text: string) => new RegExp(`${text.replace('+', '\\+')}$`)

afterEach(() => {
  preferences.set({ zone: 'local', clock: '24' })
  return loadTexts('?locale=en')
})

it.each([
  [0, '0 s'],
  [59, '59 s'],
  [60, '1 min'],
  [252, '4 min 12 s'],
  [3_600, '1 h'],
  [7_860, '2 h 11 min'],
  [86_400, '1 day'],
  [183_600, '2 days 3 h'],
  [-5, '0 s'],
])('says %d seconds in words: %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words)
})

it.each([
  [7, '7 s'],
  [14, '10 s'],
  [252, '4 min'],
  [7_925, '2 h 12 min'],
  [90_000 + 1_800, '1 day 1 h'],
])('says an age of %d seconds calmly: %s', (seconds, words) => {
  expect(age(seconds)).toBe(words)
})

it.each([
  ['Europe/Berlin', '2026-03-29T00:59:59Z', '01:59:59', 'GMT+01:00'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z', '03:00:00', 'GMT+02:00'],
  ['Europe/Berlin', '2026-10-25T00:30:00Z', '02:30:00', 'GMT+02:00'],
  ['Europe/Berlin', '2026-10-25T01:30:00Z', '02:30:00', 'GMT+01:00'],
  ['Asia/Kolkata', '2026-01-31T08:00:00Z', '13:30:00', 'GMT+05:30'],
  ['UTC', '2026-01-31T08:00:00Z', '08:00:00', 'GMT'],
])('shows %s at %s as %s, with its offset', (zone, at, time, offset) => {
  preferences.set({ zone })
  expect(exactTime(Date.parse(at))).toContain(time)
  expect(exactTime(Date.parse(at)).replace('+00:00', '')).toMatch(endingWith(offset))
})

it('leaves out today, and takes the day of the chosen zone', () => {
  preferences.set({ zone: 'Asia/Kolkata' })
  const at = Date.parse('2026-01-31T18:40:00Z') // already February there
  expect(shortTime(at, Date.parse('2026-02-01T01:00:00Z'))).toBe('00:10:00')
  expect(shortTime(at, Date.parse('2026-01-31T18:00:00Z'))).toBe('1 Feb, 00:10')
  expect(shortTime(at, Date.parse('2027-02-01T01:00:00Z'))).toBe('1 Feb 2026, 00:10')
})

it('writes 12 h where asked', () => {
  preferences.set({ zone: 'UTC', clock: '12' })
  expect(shortTime(Date.parse('2026-01-31T15:04:05Z'), Date.parse('2026-01-31T16:00:00Z'))).toMatch(
    /^0?3:04:05 pm$/i,
  )
})
