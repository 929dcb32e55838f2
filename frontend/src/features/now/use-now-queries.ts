import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, ok, type Schemas } from '@/lib/api/client'
import { now } from '@/lib/clock'
import { useTaskBoard } from '@/lib/live/hooks'
import { zone } from '@/lib/preferences'

export type Person = Schemas['Person']
export type Point = Schemas['SeriesPoint']

const OFTEN = 10_000
const MINUTELY = 60_000
const SELDOM = 300_000
const BURST = 1_500
const MOST_PEOPLE = 200
const LIVE_KEYS = [['people'], ['attention'], ['oldest-waiting']] as const

/** The last hour, minute by minute. */
export function useHour() {
  return useQuery({
    queryKey: ['series', 60],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/statistics/series', { params: { query: { minutes: 60 } }, signal })),
    select: (it) => it.points,
    refetchInterval: MINUTELY,
  })
}

/** How many were completed since midnight where the viewer is. */
export function useDoneToday() {
  return useQuery({
    queryKey: ['series', 'today', zone()],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/v1/statistics/series', {
          params: { query: { minutes: Math.max(minutesToday(now(), zone()), 1) } },
          signal,
        }),
      ),
    select: (it) => it.points.reduce((sum, point) => sum + point.completed, 0),
    refetchInterval: SELDOM,
  })
}

/** How many minutes this day has had, by the clocks of a zone. */
export function minutesToday(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at)
  const of = (type: string) => Number(parts.find((it) => it.type === type)?.value ?? 0)
  return of('hour') * 60 + of('minute')
}

/** The task that has been waiting longest, or null. */
export function useOldestWaiting() {
  return useQuery({
    queryKey: ['oldest-waiting'],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/v1/tasks', {
          params: { query: { status: ['QUEUED'], sort: 'createdAt', size: 1 } },
          signal,
        }),
      ),
    select: (it) => it.items[0] ?? null,
    refetchInterval: OFTEN,
  })
}

export function useAttention() {
  return useQuery({
    queryKey: ['attention'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/attention', { signal })),
    select: (it) => it.items,
    refetchInterval: OFTEN,
  })
}

/** Everybody and what they do; `more` when there are too many for one screen. */
export function usePeople() {
  return useQuery({
    queryKey: ['people', 'now'],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/workers', { params: { query: { size: MOST_PEOPLE } }, signal })),
    select: (it) => ({ people: it.items, more: it.next != null }),
    refetchInterval: OFTEN,
  })
}

/** What the board tells makes these anew: at once, then at most every second and a half, however much happens. */
export function useLiveRefresh(): void {
  const client = useQueryClient()
  const last = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const refresh = () => {
    last.current = Date.now()
    timer.current = undefined
    if (document.visibilityState === 'hidden') return
    for (const queryKey of LIVE_KEYS) void client.invalidateQueries({ queryKey })
  }
  const soon = () => {
    timer.current ??= setTimeout(refresh, Math.max(last.current + BURST - Date.now(), 0))
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  useTaskBoard(soon, soon)
}
