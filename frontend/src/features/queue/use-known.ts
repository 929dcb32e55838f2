import { useQuery } from '@tanstack/react-query'
import { api, ok } from '@/lib/api/client'

const RARELY = { staleTime: 5 * 60_000 }

/** People whose name has these letters. */
export function usePeople(text: string | undefined) {
  return useQuery({
    queryKey: ['people', 'named', text],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/v1/workers', {
          params: { query: { size: 20, ...(text !== undefined && text !== '' && { text }) } },
          signal,
        }),
      ),
    select: (it) => it.items,
    enabled: text !== undefined,
    placeholderData: (before) => before,
    ...RARELY,
  })
}

/** Whom a comment can call, among the first by user name. */
export function useMentionable() {
  return useQuery({
    queryKey: ['people', 'mentionable'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/workers', { params: { query: { size: 200 } }, signal })),
    select: (it) => it.items,
    ...RARELY,
  })
}
