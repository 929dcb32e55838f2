import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requireConnection } from '@/lib/acting'
import { api, ok, type Schemas } from '@/lib/api/client'
import { showWorker, type Worker } from './desk-data'

/** A presence, and what is said of a break or a meeting. */
export type Wish = Schemas['PresenceRequest']

/** Shows the wish at once, marked as pending; a refusal shows what holds again. */
export function usePresence(worker: Worker | null) {
  const client = useQueryClient()
  // as state: it shows within the click, before the mutation is told to anybody
  const [wanted, setWanted] = useState<Wish>()
  const { mutate, variables, error } = useMutation({
    mutationFn: async (body: Wish) => {
      requireConnection()
      return ok(api.PUT('/api/v1/me/presence', { body }))
    },
    onSuccess: (answer) => showWorker(client, answer),
    onSettled: () => setWanted(undefined),
  })
  return {
    shown: wanted?.status ?? worker?.presence ?? 'OFFLINE',
    pending: wanted !== undefined,
    error,
    wanted: variables,
    change: (wish: Wish) => {
      setWanted(wish)
      mutate(wish)
    },
  }
}
