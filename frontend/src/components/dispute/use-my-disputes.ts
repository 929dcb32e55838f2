import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { api, ok, type Schemas } from '@/lib/api/client'
import { useFeed, useResyncOf } from '@/lib/live/hooks'

export type Dispute = Schemas['Dispute']

const KEY = ['me', 'disputes'] as const

/** What I reported as wrong, the newest first; renewed when somebody answers. */
export function useMyDisputes() {
  const client = useQueryClient()
  useResyncOf(KEY)
  useFeed((entry) => {
    if (entry.type === 'dispute.answered') void client.invalidateQueries({ queryKey: KEY })
  })
  return useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/api/v1/me/disputes', {
          params: { query: pageParam === null ? {} : { cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  })
}

export function useDisputed(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: KEY })
}
