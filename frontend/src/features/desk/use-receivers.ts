import { useQuery } from '@tanstack/react-query'
import { api, ok } from '@/lib/api/client'

const FRESH = 30_000

/** Who else could take it, which queues there are, and how it may end. */
export function useReceivers(assignment: string, watched = false) {
  return useQuery({
    queryKey: ['receivers', assignment],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/me/assignments/{id}/receivers', { params: { path: { id: assignment } }, signal })),
    staleTime: FRESH,
    refetchInterval: watched && FRESH / 6,
  })
}
