import { useInfiniteQuery } from '@tanstack/react-query'
import { api, ok, type Schemas } from '@/lib/api/client'

export type DeadLetter = Schemas['DeadLetter']

const EVERY = 30_000

/** Newest first, page by page. */
export function useDeadLetters() {
  return useInfiniteQuery({
    queryKey: ['dead-letters'],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/api/v1/dead-letters', {
          params: { query: { size: 100, ...(pageParam !== null && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
    refetchInterval: EVERY,
  })
}
