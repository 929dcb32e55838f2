import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { toast } from '@/components/toast'
import { api } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { t } from '@/lib/text'
import { learn, taskKey } from './learn'
import { undo } from './undo'
import {
  begin,
  type Conflict,
  end,
  may,
  setConflict,
  type Target,
  type TaskView,
  type Wish,
  work,
} from './work'

const AT_ONCE = 4
const UNDO = 10_000

type Outcome = { task: TaskView; undo: string | undefined } | undefined

/** What can be done to tasks; each call says by itself what came of it. */
export function useActs(look: (id: string) => void) {
  const client = useQueryClient()
  return useMemo(
    () => ({
      act: (targets: readonly Target[], wish: Wish) => act(client, look, targets, wish),
      /** After a conflict: the same wish, for the task as it is now. */
      insist: ({ theirs, wish }: Conflict) => act(client, look, [theirs], wish),
    }),
    [client, look],
  )
}

async function act(
  client: QueryClient,
  look: (id: string) => void,
  targets: readonly Target[],
  wish: Wish,
): Promise<boolean> {
  const fit = targets.filter((it) => may(wish.kind, it.status) && work.get().pending[it.id] === undefined)
  const outcomes: Outcome[] = []
  const rest = [...fit]
  const next = async (): Promise<void> => {
    const target = rest.shift()
    if (target === undefined) return
    outcomes.push(await one(client, look, target, wish, targets.length > 1))
    return next()
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  const done = outcomes.flatMap((it) => (it ? [it] : []))
  tell(client, targets, done, wish)
  return done.length > 0
}

async function one(
  client: QueryClient,
  look: (id: string) => void,
  target: Target,
  wish: Wish,
  many: boolean,
): Promise<Outcome> {
  begin(target.id, wish)
  setConflict(target.id, undefined)
  try {
    const version = target.version ?? (await versionOf(client, target, wish))
    if (version === undefined) return refused(target, look, many)
    const { data, response } = await send(target.id, version, wish)
    learn(client, data)
    return { task: data, undo: response.headers.get('Warren-Undo') ?? undefined }
  } catch (error) {
    if (isProblem(error, 'version-mismatch')) {
      await conflict(client, target, wish)
      return refused(target, look, many)
    }
    toast(`${target.title}: ${isProblem(error) ? error.message : String(error)}`, { tone: 'bad' })
    void client.invalidateQueries({ queryKey: taskKey(target.id) })
    return undefined
  } finally {
    end(target.id)
  }
}

async function send(
  id: string,
  version: number,
  wish: Wish,
): Promise<{ data: TaskView; response: Response }> {
  const path = { id }
  const params = { path, header: { 'If-Match': `"${version}"` } }
  const answer = await call(wish, path, params)
  return { data: answer.data as TaskView, response: answer.response }
}

type Path = { id: string }

function call(wish: Wish, path: Path, params: { path: Path; header: { 'If-Match': string } }) {
  switch (wish.kind) {
    case 'priority':
      return api.POST('/api/v1/tasks/{id}/priority', { params, body: { priority: wish.priority } })
    case 'hold': {
      const { kind: _, ...body } = wish
      return api.POST('/api/v1/tasks/{id}/hold', { params, body })
    }
    case 'return':
      return api.POST('/api/v1/tasks/{id}/return', { params, body: { reason: wish.reason } })
    case 'move':
      return api.POST('/api/v1/tasks/{id}/move', {
        params,
        body: { queue: wish.queue, reason: wish.reason },
      })
    case 'assign':
      return api.POST('/api/v1/tasks/{id}/assign', {
        params: { path },
        body: { workerId: wish.workerId, ...(wish.reason !== '' && { reason: wish.reason }) },
      })
    case 'offerAgain':
      return api.POST('/api/v1/tasks/{id}/offer-again', { params })
    default:
      return api.POST(`/api/v1/tasks/{id}/${wish.kind}`, { params })
  }
}

/** The version of a task that still is as it was seen; otherwise a conflict. */
async function versionOf(client: QueryClient, target: Target, wish: Wish): Promise<number | undefined> {
  const { data } = await api.GET('/api/v1/tasks/{id}', { params: { path: { id: target.id } } })
  const task = data as TaskView
  if (task.status === target.status && task.priority === target.priority) return task.version
  await conflict(client, target, wish, task)
  return undefined
}

async function conflict(client: QueryClient, seen: Target, wish: Wish, known?: TaskView): Promise<void> {
  const path = { id: seen.id }
  const theirs = known ?? ((await api.GET('/api/v1/tasks/{id}', { params: { path } })).data as TaskView)
  const { data: history } = await api.GET('/api/v1/tasks/{id}/history', {
    params: { path, query: { after: Math.max(theirs.version - 1, 0), size: 1 } },
  })
  const step = history?.items.at(-1)
  learn(client, theirs)
  setConflict(seen.id, { wish, seen, theirs, by: step?.actor.name, at: step?.at ?? theirs.updatedAt })
}

function refused(target: Target, look: (id: string) => void, many: boolean): undefined {
  if (many) return undefined
  toast(t('task.conflict.toast', { title: target.title }), {
    tone: 'bad',
    action: { label: t('task.conflict.look'), run: () => look(target.id) },
  })
}

function tell(
  client: QueryClient,
  asked: readonly Target[],
  done: readonly NonNullable<Outcome>[],
  wish: Wish,
): void {
  const [first] = done
  if (first === undefined) return
  const undos = done.flatMap((it) => it.undo ?? [])
  const values = {
    title: first.task.title,
    n: done.length,
    all: asked.length,
    priority: wish.kind === 'priority' ? wish.priority : '',
    name: wish.kind === 'assign' ? wish.name : '',
    queue: wish.kind === 'move' ? wish.queue : '',
  }
  const text =
    asked.length === 1
      ? t(`task.done.${wish.kind}`, values)
      : t(wish.kind === 'priority' ? 'task.done.many.priority' : 'task.done.many.other', values)
  toast(text, {
    ...(undos.length > 0 && {
      lasts: UNDO,
      action: { label: t('task.undo'), run: () => void undo(client, undos) },
    }),
  })
}
