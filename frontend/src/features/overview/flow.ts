import type { SeriesPoint } from './use-overview'

const MINUTE = 60_000
/** So much of the time before must have been counted for a comparison to mean something. */
const COVERED = 0.9

/** One point of a chart: what happened in it, and what was where at its end. Null is what nobody counted. */
export interface Bucket {
  /** Its end, in milliseconds. */
  at: number
  created: number | null
  completed: number | null
  failed: number | null
  waiting: number | null
  assigned: number | null
  inProgress: number | null
}

export interface Flow {
  buckets: Bucket[]
  created: number
  completed: number
  failed: number
  waiting: number | undefined
  /** By how much the waiting ones have become more since the first point within the range. */
  growth: number | undefined
  since: number | undefined
  /** So much of the range was counted. */
  hours: number
  /** The same sums over the time before, unless too much of it is unknown. */
  before: { created: number; completed: number; failed: number } | undefined
}

/** Sums the minutes of the last `hours`, in buckets of so many minutes; the last one is not over. */
export function flowOf(points: readonly SeriesPoint[], hours: number, minutesPerBucket: number): Flow {
  const last = points.at(-1)
  const until = last === undefined ? 0 : Date.parse(last.at)
  const from = until - hours * 60 * MINUTE
  const within = points.filter((it) => Date.parse(it.at) > from)
  const earlier = points.filter((it) => Date.parse(it.at) <= from)
  const start = within[0]
  return {
    buckets: last === undefined ? [] : bucketsOf(within, from, until, minutesPerBucket * MINUTE),
    ...sums(within),
    waiting: last?.waiting,
    growth: last === undefined || start === undefined ? undefined : last.waiting - start.waiting,
    since: start && Date.parse(start.at),
    hours: within.length / 60,
    before: earlier.length >= hours * 60 * COVERED ? sums(earlier) : undefined,
  }
}

function sums(points: readonly SeriesPoint[]) {
  return {
    created: points.reduce((sum, it) => sum + (it.created ?? 0), 0),
    completed: points.reduce((sum, it) => sum + it.completed, 0),
    failed: points.reduce((sum, it) => sum + it.failed, 0),
  }
}

function bucketsOf(points: readonly SeriesPoint[], from: number, until: number, width: number): Bucket[] {
  const buckets: Bucket[] = []
  for (let end = Math.ceil((from + 1) / width) * width; end - width < until; end += width) {
    const inside = points.filter((it) => Date.parse(it.at) > end - width && Date.parse(it.at) <= end)
    const last = inside.at(-1)
    const counted = inside.length > 0 && inside.every((it) => it.created !== null && it.created !== undefined)
    buckets.push({
      at: Math.min(end, until),
      created: counted ? sums(inside).created : null,
      completed: last === undefined ? null : sums(inside).completed,
      failed: last === undefined ? null : sums(inside).failed,
      waiting: last?.waiting ?? null,
      assigned: last?.assigned ?? null,
      inProgress: last?.inProgress ?? null,
    })
  }
  return buckets
}
