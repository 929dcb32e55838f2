import { expect, it } from 'vitest'
import { prefer } from '@/lib/preferences'
import { isQuiet } from './sound'

it.each([
  [['22:00', '06:00'], '21:59', false],
  [['22:00', '06:00'], '22:00', true],
  [['22:00', '06:00'], '05:59', true],
  [['22:00', '06:00'], '06:00', false],
  [['12:00', '13:00'], '12:30', true],
  [['12:00', '13:00'], '13:00', false],
  [['22:00', ''], '23:00', false],
  [['', ''], '00:00', false],
] as const)('with quiet hours %j it is quiet at %s: %s', (quiet, time, is) => {
  prefer({ quiet })
  expect(isQuiet(new Date(`2026-01-31T${time}:00`))).toBe(is)
})
