import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, ok, type Schemas } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { useFeed, useResyncOf } from '@/lib/live/hooks'

export type Assignment = Schemas['AssignmentView']
export type Worker = Schemas['WorkerView']
export type Presence = Worker['presence']
interface Listed {
  items: Assignment[]
}

export const ME = ['me'] as const
const WORKER = ['me', 'worker'] as const
const OPEN = ['me', 'assignments', 'open'] as const
export const OFFERS = ['me', 'offers'] as const
const CLOSED = ['me', 'assignments', 'closed', 'latest'] as const
const OPEN_STATES: readonly Assignment['state'][] = ['ASSIGNED', 'IN_PROGRESS', 'ON_HOLD']
const MOST = 200
const LATEST = 30

/** What one tab did, the others of this device show: progress and presence are not in the feed. */
const CHANNEL = 'warren.desk'

/** Who I am at work; null for an account that never came. */
export function useWorker() {
  return useQuery({
    queryKey: WORKER,
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/me/worker', { signal })).catch((error: unknown) => {
        if (isProblem(error, 'not-found')) return null
        throw error
      }),
  })
}

export function useOpen() {
  return useQuery({
    queryKey: OPEN,
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/me/assignments', { params: { query: { state: 'open', size: MOST } }, signal })),
  })
}

export function useLatest() {
  return useQuery({
    queryKey: CLOSED,
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/me/assignments', { params: { query: { state: 'closed', size: LATEST } }, signal })),
  })
}

/** Keeps the desk as the server has it, whoever changed it: a colleague, another tab, or time. */
export function useDeskSync(): void {
  const client = useQueryClient()
  useResyncOf(WORKER, OPEN, CLOSED, OFFERS)
  useFeed((entry) => {
    void client.invalidateQueries({ queryKey: OPEN })
    if (entry.type.startsWith('offer.')) void client.invalidateQueries({ queryKey: OFFERS })
    if (entry.type !== 'assignment.started' && entry.type !== 'task.reprioritised')
      void client.invalidateQueries({ queryKey: WORKER })
    if (entry.type === 'assignment.closed') void client.invalidateQueries({ queryKey: CLOSED })
  })
  useEffect(() => {
    const others = new BroadcastChannel(CHANNEL)
    others.onmessage = () => void client.invalidateQueries({ queryKey: ME })
    return () => others.close()
  }, [client])
}

/** Shows an answer of the server at once, and tells the other tabs. */
export function showAssignment(client: QueryClient, answer: Assignment): void {
  const open = OPEN_STATES.includes(answer.state)
  // what was asked before this answer must not overwrite it
  void client.cancelQueries({ queryKey: OPEN })
  client.setQueryData<Listed>(OPEN, (now) => {
    if (now === undefined) return now
    const others = now.items.filter((it) => it.id !== answer.id)
    const known = others.length < now.items.length
    if (!open) return { ...now, items: others }
    if (!known) return { ...now, items: [...others, answer] }
    return { ...now, items: now.items.map((it) => (it.id === answer.id ? answer : it)) }
  })
  void client.invalidateQueries({ queryKey: open ? OPEN : ME })
  tellOtherTabs()
}

export function showWorker(client: QueryClient, worker: Worker): void {
  client.setQueryData(WORKER, worker)
  void client.invalidateQueries({ queryKey: OPEN })
  tellOtherTabs()
}

export function tellOtherTabs(): void {
  const others = new BroadcastChannel(CHANNEL)
  others.postMessage('changed')
  others.close()
}

export function knownAssignment(client: QueryClient, taskId: string): Assignment | undefined {
  return client.getQueryData<Listed>(OPEN)?.items.find((it) => it.taskId === taskId)
}
