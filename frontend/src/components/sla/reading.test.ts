import { expect, it } from 'vitest'
import { type Clock, mostPressing, readingOf } from './reading'

const AT = Date.parse('2026-11-30T08:00:00Z')
const MINUTE = 60_000
const clock = (more: Partial<Clock> = {}): Clock => ({
  taskId: 't',
  kind: 'ASSIGN',
  queue: 'default',
  priority: 'P1',
  state: 'RUNNING',
  targetSeconds: 3_600,
  targetAt: '2026-11-30T09:00:00Z',
  riskAt: '2026-11-30T08:45:00Z',
  remainingSeconds: 3_600,
  percent: 0,
  ...more,
})

it.each([
  [0, 'RUNNING', 0, 3_600],
  [30, 'RUNNING', 50, 1_800],
  [45, 'AT_RISK', 75, 900],
  [60, 'BREACHED', 100, 0],
  [90, 'BREACHED', 150, 1_800],
])('knows after %i minutes how it stands, without asking', (minutes, state, percent, seconds) => {
  const reading = readingOf({ clock: clock(), at: AT }, AT + minutes * MINUTE)
  expect(reading).toEqual({ state, percent, seconds })
})

it('lets no time pass that is closed in between', () => {
  const overnight = clock({ targetAt: '2026-12-01T09:00:00Z', riskAt: '2026-12-01T08:45:00Z' })
  const reading = readingOf({ clock: { ...overnight, percent: 10 }, at: AT }, AT + 30 * MINUTE)
  expect(reading).toMatchObject({ state: 'RUNNING', percent: 10 })
})

it.each(['PAUSED', 'MET', 'MISSED', 'DROPPED'] as const)('leaves alone what does not run: %s', (state) => {
  const still = clock({ state, percent: 40, remainingSeconds: 2_160 })
  expect(readingOf({ clock: still, at: AT }, AT + 300 * MINUTE)).toEqual({
    state,
    percent: 40,
    seconds: 2_160,
  })
})

it('shows of several clocks the one that presses most', () => {
  const reads = [
    clock({ kind: 'RESOLVE', targetAt: '2026-11-30T12:00:00Z' }),
    clock({ kind: 'FIRST_ACTION' }),
    clock({ kind: 'ASSIGN', state: 'MET', targetAt: '2026-11-30T07:00:00Z' }),
  ].map((it) => ({ clock: it, at: AT }))
  expect(mostPressing(reads)?.clock.kind).toBe('FIRST_ACTION')
  expect(mostPressing(reads.slice(2))).toBeUndefined()
})
