import { useInfiniteQuery } from '@tanstack/react-query'
import { api, ok } from '@/lib/api/client'
import type { Day } from './days'
import type { Shown } from './plan-search'

/** Presence is not pushed to those who watch others. */
const EVERY = 10_000
const PAGE = 100

export const planKey = ['plan'] as const

/** Who works when in these days, by user name, page by page. */
export function usePlan(days: readonly Day[], { skill, text }: Shown) {
  const wanted = {
    from: new Date(days[0]?.from ?? 0).toISOString(),
    to: new Date(days.at(-1)?.until ?? 0).toISOString(),
    ...(skill && { skill }),
    ...(text && { text }),
  }
  return useInfiniteQuery({
    queryKey: [...planKey, wanted],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/api/v1/schedule', {
          params: { query: { ...wanted, size: PAGE, ...(pageParam !== null && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
    placeholderData: (before) => before,
    refetchInterval: EVERY,
  })
}
