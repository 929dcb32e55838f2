import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from '@/components/toast'
import { requireConnection } from '@/lib/acting'
import { api, ok, type Schemas } from '@/lib/api/client'
import { useResyncOf } from '@/lib/live/hooks'
import { t } from '@/lib/text'

export type FailedTask = Schemas['TaskView']

const KEY = ['failed-tasks'] as const
const EVERY = 10_000
/** So many steps can have come after the failure, such as comments. */
const STEPS = 20

/** The youngest first, page by page. */
export function useFailedTasks() {
  useResyncOf(KEY)
  return useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/api/v1/tasks', {
          params: {
            query: {
              status: ['FAILED'],
              sort: '-createdAt',
              size: 100,
              ...(pageParam !== null && { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
    refetchInterval: EVERY,
  })
}

/** What was said when it failed; asked for the rows in sight only. */
export function useReason({ id, version }: FailedTask): string | undefined {
  const { data } = useQuery({
    queryKey: ['task', id, 'failure', version],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/v1/tasks/{id}/history', {
          params: { path: { id }, query: { after: Math.max(version - STEPS, 0), size: STEPS } },
          signal,
        }),
      ),
    select: (it) => it.items.findLast((step) => step.type === 'task.failed')?.data['comment'],
    staleTime: Number.POSITIVE_INFINITY,
  })
  return typeof data === 'string' ? data : undefined
}

/** Tries a dead letter once more, unless somebody was first. */
export function useRedrive({ id, version, title }: FailedTask) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      requireConnection()
      await ok(
        api.POST('/api/v1/tasks/{id}/retry', {
          params: { path: { id }, header: { 'If-Match': `"${version}"` } },
        }),
      )
    },
    onSuccess: () => toast(t('failures.redriven', { title })),
    onError: (error) => toast(`${title}: ${error.message}`, { tone: 'bad' }),
    onSettled: () => void client.invalidateQueries({ queryKey: KEY }),
  })
}
