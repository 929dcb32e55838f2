import { useQuery } from '@tanstack/react-query'
import { api, ok } from './api/client'

/** What this server says of itself, to guests as well. */
export function useAbout() {
  return useQuery({
    queryKey: ['about-server'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/about', { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
