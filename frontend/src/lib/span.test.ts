import { expect, it } from 'vitest'
import { secondsOf, spanOf } from './span'

it.each([
  ['4 h', 14_400],
  ['90min', 5_400],
  ['1 h 30 min', 5_400],
  ['1h30m', 5_400],
  ['1,5 h', 5_400],
  ['45 s', 45],
  ['0 min', 0],
])('reads %s', (text, seconds) => expect(secondsOf(text)).toBe(seconds))

it.each(['', '4', 'h', '2 d', '4 hours', '-1 h', '1 h later'])('refuses “%s”', (text) =>
  expect(secondsOf(text)).toBeUndefined(),
)

it.each([14_400, 5_400, 45, 3_661, 0])('writes %i so that it is read the same', (seconds) =>
  expect(secondsOf(spanOf(seconds))).toBe(seconds),
)
