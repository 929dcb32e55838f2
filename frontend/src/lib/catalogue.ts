import { useQuery } from '@tanstack/react-query'
import { api, ok } from './api/client'

const FRESH = 60_000

const names = ({ items }: { items: { name: string }[] }) => items.map((it) => it.name)

/** The names of the queues that there are. */
export function useQueueNames() {
  return useQuery({
    queryKey: ['queues'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/queues', { signal })),
    select: names,
    staleTime: FRESH,
  })
}

/** The names of the skills that are known. */
export function useSkillNames() {
  return useQuery({
    queryKey: ['skills'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/skills', { signal })),
    select: names,
    staleTime: FRESH,
  })
}
