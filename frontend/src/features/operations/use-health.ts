import { useQuery } from '@tanstack/react-query'
import { api, ok, type Schemas } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'

export type Health = Schemas['Health']

const EVERY = 5_000

/** DOWN comes with 503 and is an answer all the same. */
export function useHealth() {
  return useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/health', { signal })).catch((error: unknown) => {
        if (isProblem(error) && isHealth(error.body)) return error.body
        throw error
      }),
    refetchInterval: EVERY,
    retry: false,
  })
}

function isHealth(body: object): body is Health {
  return 'components' in body && 'status' in body
}
