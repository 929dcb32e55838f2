import { useQuery } from '@tanstack/react-query'
import { api, ok } from '@/lib/api/client'

const FRESH = 60_000

const names = ({ items }: { items: { name: string }[] }) => items.map((it) => it.name)

/** The names that a task may use. */
export function useCatalogues() {
  const queues = useQuery({
    queryKey: ['queues'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/queues', { signal })),
    select: names,
    staleTime: FRESH,
  })
  const skills = useQuery({
    queryKey: ['skills'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/skills', { signal })),
    select: names,
    staleTime: FRESH,
  })
  return {
    queues: queues.data,
    skills: skills.data,
    /** Whether both have come, or will not. */
    settled: !queues.isPending && !skills.isPending,
  }
}
