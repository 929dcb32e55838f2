import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { requireConnection } from '@/lib/acting'
import { api, ok, type Schemas } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { ME, OFFERS, showAssignment, tellOtherTabs } from './desk-data'

export type Offer = Schemas['OfferView']

export function useOffers() {
  return useQuery({
    queryKey: OFFERS,
    queryFn: ({ signal }) => ok(api.GET('/api/v1/me/offers', { signal })),
    select: (it) => it.items,
  })
}

/** An offer is a race: nothing shows it as mine before the server says so. */
export function useAccept(offer: Offer) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      requireConnection()
      return ok(api.POST('/api/v1/me/offers/{id}/accept', { params: { path: { id: offer.id } } }))
    },
    onSuccess: (answer) => {
      showAssignment(client, answer)
      void client.invalidateQueries({ queryKey: OFFERS })
    },
    onError: (error) => {
      if (isProblem(error) && error.status !== 0) void client.invalidateQueries({ queryKey: ME })
    },
  })
}

export function useDecline(offer: Offer) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (reason: string) => {
      requireConnection()
      await ok(
        api.POST('/api/v1/me/offers/{id}/decline', {
          params: { path: { id: offer.id } },
          body: { reason: reason.trim() },
        }),
      )
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ME })
      tellOtherTabs()
    },
    onError: (error) => {
      if (isProblem(error) && error.status !== 0) void client.invalidateQueries({ queryKey: ME })
    },
  })
}
