import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { requireConnection } from '@/lib/acting'
import { api, ok } from '@/lib/api/client'
import { type Presence, showWorker, type Worker } from './desk-data'

/** Shows the wish at once, marked as pending; a refusal shows what holds again. */
export function usePresence(worker: Worker | null) {
  const client = useQueryClient()
  // as state: it shows within the click, before the mutation is told to anybody
  const [wanted, setWanted] = useState<Presence>()
  const { mutate, variables, error } = useMutation({
    mutationFn: async (status: Presence) => {
      requireConnection()
      return ok(api.PUT('/api/v1/me/presence', { body: { status } }))
    },
    onSuccess: (answer) => showWorker(client, answer),
    onSettled: () => setWanted(undefined),
  })
  return {
    shown: wanted ?? worker?.presence ?? 'OFFLINE',
    pending: wanted !== undefined,
    error,
    wanted: variables,
    change: (status: Presence) => {
      setWanted(status)
      mutate(status)
    },
  }
}
