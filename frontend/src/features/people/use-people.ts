import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, ok, type Schemas } from '@/lib/api/client'
import { useTaskBoard } from '@/lib/live/hooks'
import { useUser } from '@/lib/session/session'
import type { Filters } from './people-search'

export type Person = Schemas['Person']
export type SkillLevel = Schemas['SkillLevel']

/** Presence is not pushed to those who watch others. */
const EVERY = 5_000
const BANDS_EVERY = 30_000
const AT_MOST_EVERY = 1_500
const PAGE = 200

export const peopleKey = ['people'] as const

export const personKey = (id: string) => [...peopleKey, 'one', id] as const

/** By user name, page by page. */
export function usePeople(filters: Filters) {
  const { presence, skill, text } = filters
  const wanted = { ...(presence && { presence }), ...(skill && { skill }), ...(text && { text }) }
  return useInfiniteQuery({
    queryKey: [...peopleKey, 'list', wanted],
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/api/v1/workers', {
          params: { query: { ...wanted, size: PAGE, ...(pageParam !== null && { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
    placeholderData: (before) => before,
    refetchInterval: EVERY,
  })
}

export function usePerson(id: string) {
  return useQuery({
    queryKey: personKey(id),
    queryFn: ({ signal }) => fetchPerson(id, signal),
    refetchInterval: EVERY,
  })
}

export function fetchPerson(id: string, signal?: AbortSignal): Promise<Person> {
  return ok(api.GET('/api/v1/workers/{id}', { params: { path: { id } }, ...(signal && { signal }) }))
}

export function useBands() {
  return useQuery({
    queryKey: ['fairness'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/statistics/fairness', { signal })),
    refetchInterval: BANDS_EVERY,
  })
}

/** Every assignment that begins or ends shows at somebody; many of them at once are fetched once. */
export function useLivePeople(): void {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const fetchSoon = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      void client.invalidateQueries({ queryKey: peopleKey })
    }, AT_MOST_EVERY)
  }
  useTaskBoard(fetchSoon, fetchSoon)
}

export function useMayEdit(): boolean {
  return useUser()?.roles.includes('ADMIN') ?? false
}
