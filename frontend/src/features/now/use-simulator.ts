import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, ok } from '@/lib/api/client'
import { stepDone } from '@/lib/first-steps'

const EVERY = 10_000
const KEY = ['simulator']

/** The simulator of the demo; what is shown is what the server said, never what was only wished. */
export function useSimulator() {
  const client = useQueryClient()
  const state = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => ok(api.GET('/api/v1/demo/simulator', { signal })),
    refetchInterval: EVERY,
  })
  const change = useMutation({
    mutationFn: (wish: { running: boolean; speed: number }) =>
      ok(api.PUT('/api/v1/demo/simulator', { body: wish })),
    onSuccess: (now) => {
      client.setQueryData(KEY, now)
      if (now.running) stepDone('watch')
      void client.invalidateQueries({ queryKey: ['people'] })
    },
  })
  return { state, change }
}
