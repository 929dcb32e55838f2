import { expect, it } from 'vitest'
import { flowOf } from './flow'
import type { SeriesPoint } from './use-overview'

const NOON = Date.parse('2026-03-01T12:00:00Z')
const MINUTE = 60_000

/** So many points, one a minute, the last at noon. */
const minutes = (
  count: number,
  change: (minute: number) => Partial<SeriesPoint> = () => ({}),
): SeriesPoint[] =>
  Array.from({ length: count }, (_, index) => ({
    at: new Date(NOON - (count - 1 - index) * MINUTE).toISOString(),
    waiting: index,
    assigned: 0,
    inProgress: 1,
    created: 2,
    completed: 1,
    failed: 0,
    ...change(count - 1 - index),
  }))

it('sums what happened, and takes what was where from the end', () => {
  const flow = flowOf(minutes(60), 1, 5)
  expect(flow).toMatchObject({ created: 120, completed: 60, failed: 0, waiting: 59, growth: 59, hours: 1 })
  expect(flow.buckets).toHaveLength(12)
  expect(flow.buckets.at(-1)).toEqual({
    at: NOON,
    created: 10,
    completed: 5,
    failed: 0,
    waiting: 59,
    assigned: 0,
    inProgress: 1,
  })
})

it('compares with the time before, if it was counted', () => {
  expect(flowOf(minutes(120), 1, 5).before).toEqual({ created: 120, completed: 60, failed: 0 })
  expect(flowOf(minutes(113), 1, 5).before).toBeUndefined()
})

it('leaves a gap where no server ran, and where nobody counted', () => {
  const points = minutes(60, (minute) => (minute === 20 ? { created: null } : {})).filter(
    (_, index) => index < 30 || index >= 35,
  )
  const { buckets } = flowOf(points, 1, 5)
  expect(buckets.filter((it) => it.waiting === null)).toHaveLength(1)
  expect(buckets.filter((it) => it.created === null)).toHaveLength(2)
})

it('counts per hour only the time that was counted', () => {
  expect(flowOf(minutes(30), 8, 5).hours).toBe(0.5)
})

it('shows nothing of nothing', () => {
  expect(flowOf([], 8, 5)).toMatchObject({ buckets: [], waiting: undefined, growth: undefined })
})
