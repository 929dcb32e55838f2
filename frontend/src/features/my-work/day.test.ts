import { expect, it } from 'vitest'
import { beginOfDay, isDay, nextDay } from './day'

it.each([
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
  ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
  ['2026-01-31', 'Asia/Kolkata', '2026-01-30T18:30:00.000Z'],
  ['2026-01-31', 'America/Los_Angeles', '2026-01-31T08:00:00.000Z'],
  ['2026-01-31', 'UTC', '2026-01-31T00:00:00.000Z'],
])('%s begins in %s at %s', (day, zone, moment) => {
  expect(beginOfDay(day, zone)).toBe(moment)
})

it('goes on to the next day, over the end of a month', () => {
  expect(nextDay('2026-02-28')).toBe('2026-03-01')
})

it.each(['', '2026-1-1', '2026-13-01', 7, undefined])('takes %s for no day', (value) => {
  expect(isDay(value)).toBe(false)
})
