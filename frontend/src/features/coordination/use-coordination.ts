import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from '@/components/toast'
import { requireConnection } from '@/lib/acting'
import { api, ok, type Schemas } from '@/lib/api/client'
import { useFeed, useResyncOf } from '@/lib/live/hooks'
import { t } from '@/lib/text'

export type Item = Schemas['CoordinationItem']

const KEY = ['coordination'] as const
/** Presence and cool-downs change the list too, and are not pushed. */
const EVERY = 5_000

/** What does not move on by itself, the longest first. */
export function useCoordination() {
  const client = useQueryClient()
  useResyncOf(KEY)
  useFeed((entry) => {
    if (entry.type === 'help.requested') void client.invalidateQueries({ queryKey: KEY })
  })
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => ok(api.GET('/api/v1/coordination', { signal })),
    select: (it) => it.items,
    refetchInterval: EVERY,
  })
}

export function useDecided(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: KEY })
}

/** Lets those who said no be asked again. */
export function useOfferAgain({ taskId, title }: Item) {
  const decided = useDecided()
  return useMutation({
    mutationFn: async () => {
      requireConnection()
      await ok(api.POST('/api/v1/tasks/{id}/offer-again', { params: { path: { id: taskId } } }))
    },
    onSuccess: () => toast(t('coordination.offeredAgain', { title })),
    onSettled: decided,
  })
}
