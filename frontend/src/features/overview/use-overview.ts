import { useQuery } from '@tanstack/react-query'
import { api, ok, type Schemas } from '@/lib/api/client'
import { flowOf } from './flow'
import { RANGES, type Range } from './overview-search'

export type Waits = Schemas['WaitsReport']
export type Group = Schemas['SkillFairness']
export type SeriesPoint = Schemas['SeriesPoint']
export type Statistics = Schemas['Statistics']

const EVERY = 15_000

export function useWaits(hours: Range) {
  return useQuery({
    queryKey: ['waits', hours],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/statistics/waits', { params: { query: { hours } }, signal })),
    refetchInterval: EVERY,
    placeholderData: (before) => before,
  })
}

/** Twice the range, so that it can be compared with the time before it. */
export function useFlow(hours: Range) {
  return useQuery({
    queryKey: ['series', hours],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/statistics/series', { params: { query: { minutes: hours * 120 } }, signal })),
    select: ({ points }) => flowOf(points, hours, RANGES[hours]),
    refetchInterval: EVERY,
  })
}

export function useFairness() {
  return useQuery({
    queryKey: ['fairness'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/statistics/fairness', { signal })),
    refetchInterval: EVERY,
  })
}
