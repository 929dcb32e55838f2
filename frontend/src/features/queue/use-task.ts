import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api, ok } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { useTaskBoard } from '@/lib/live/hooks'
import { useUser } from '@/lib/session/session'
import { useInspector } from '@/lib/url-state'
import { taskKey } from './learn'
import type { TaskView } from './work'

export function useIsAdmin(): boolean {
  return useUser()?.roles.includes('ADMIN') ?? false
}

/** Opens a task beside the page. */
export function useLook(): (id: string) => void {
  const { inspect } = useInspector()
  return useCallback((id: string) => inspect('task', id), [inspect])
}

/** One task, fetched again when it changed. */
export function useTask(id: string) {
  const client = useQueryClient()
  const queryKey = taskKey(id)
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => ok(api.GET('/api/v1/tasks/{id}', { params: { path: { id } }, signal })),
    structuralSharing: (before, now) => newer(before as TaskView | undefined, now as TaskView),
  })
  const refresh = () => void client.invalidateQueries({ queryKey })
  useTaskBoard((changes) => {
    const held = client.getQueryData<TaskView>(queryKey)?.version ?? 0
    if (changes.some((it) => it.taskId === id && it.version > held)) refresh()
  }, refresh)
  return query
}

/** An answer that was overtaken on its way does not win over a newer one. */
function newer(before: TaskView | undefined, now: TaskView): TaskView {
  return before !== undefined && before.version > now.version ? before : now
}

export function useWhy(id: string) {
  return useQuery({
    queryKey: [...taskKey(id), 'insight', 'why'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/tasks/{id}/why', { params: { path: { id } }, signal })),
  })
}

/** Null when nobody decided: assigned by hand, taken, or never assigned. */
export function useDecision(id: string, attempt: number) {
  return useQuery({
    queryKey: [...taskKey(id), 'insight', 'decision', attempt],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/v1/tasks/{id}/decision', { params: { path: { id }, query: { attempt } }, signal }),
      ).catch((error: unknown) => {
        if (isProblem(error, 'not-found')) return null
        throw error
      }),
    enabled: attempt > 0,
  })
}

export function useCandidates(id: string) {
  return useQuery({
    queryKey: [...taskKey(id), 'insight', 'candidates'],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/tasks/{id}/candidates', { params: { path: { id } }, signal })),
    select: (it) => it.items,
    refetchInterval: 5_000,
  })
}

const FOREVER = { staleTime: Number.POSITIVE_INFINITY }

/** The name of a person; one call for each, however many rows show it. */
export function useWorkerName(id: string | null | undefined): string | undefined {
  const { data } = useQuery({
    queryKey: ['worker', id, 'name'],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/workers/{id}', { params: { path: { id: id ?? '' } }, signal })),
    select: (it) => it.displayName,
    enabled: id != null,
    ...FOREVER,
  })
  return data
}
