import { useMutation, useQueryClient } from '@tanstack/react-query'
import { requireConnection } from '@/lib/acting'
import { api, ok } from '@/lib/api/client'
import { type Presence, showWorker, type Worker } from './desk-data'

/** Shows the wish at once, marked as pending; a refusal shows what holds again. */
export function usePresence(worker: Worker | null) {
  const client = useQueryClient()
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: async (status: Presence) => {
      requireConnection()
      return ok(api.PUT('/api/v1/me/presence', { body: { status } }))
    },
    onSuccess: (answer) => showWorker(client, answer),
  })
  return {
    shown: isPending ? variables : (worker?.presence ?? 'OFFLINE'),
    pending: isPending,
    error,
    wanted: variables,
    change: mutate,
  }
}
