import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Read } from '@/components/sla/reading'
import { api, ok } from '@/lib/api/client'
import { now } from '@/lib/clock'
import { useTaskBoard } from '@/lib/live/hooks'

export const KEY = ['service-levels'] as const
const EVERY = 15_000
const PAGE = 50
const DAY = 86_400_000

export type Pressing = 'BREACHED' | 'AT_RISK'

/** Promises that are broken or at risk now, the soonest first. */
export function usePressing(state: Pressing, queue: string | undefined) {
  return useInfiniteQuery({
    queryKey: [...KEY, 'list', state, queue],
    queryFn: async ({ pageParam, signal }) => {
      const page = {
        state,
        size: PAGE,
        ...(queue && { queue }),
        ...(pageParam !== null && { cursor: pageParam }),
      }
      const answer = await ok(api.GET('/api/v1/service-levels', { params: { query: page }, signal }))
      const at = now()
      return { next: answer.next, reads: answer.items.map((clock): Read => ({ clock, at })) }
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.reads),
    refetchInterval: EVERY,
  })
}

/** How well promises were kept in the last days. */
export function useAttainment(days: number) {
  return useQuery({
    queryKey: [...KEY, 'attainment', days],
    queryFn: ({ signal }) => {
      const to = now()
      const query = { from: new Date(to - days * DAY).toISOString(), to: new Date(to).toISOString() }
      return ok(api.GET('/api/v1/service-levels/attainment', { params: { query }, signal }))
    },
    select: (it) => it.items,
    refetchInterval: 60_000,
  })
}

/** A clock is told of on the board. */
export function useLivePromises(): void {
  const client = useQueryClient()
  const refresh = () => void client.invalidateQueries({ queryKey: [...KEY, 'list'] })
  useTaskBoard((changes) => {
    if (changes.some((it) => it.type.startsWith('task.sla-'))) refresh()
  }, refresh)
}

/** One call for each task, however many rows show it. */
export function useTaskTitle(id: string): string | undefined {
  return useQuery({
    queryKey: ['task', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/tasks/{id}', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  }).data?.title
}
