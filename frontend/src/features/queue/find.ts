import { api, ok } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import type { Found } from '@/lib/pages'
import { t } from '@/lib/text'
import type { TaskView } from './work'

const MOST = 5
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The task with this id, or those whose title has these letters, the newest first. */
export async function findTasks(text: string, signal: AbortSignal): Promise<readonly Found[]> {
  if (ID.test(text)) return byId(text, signal)
  const query = { text, sort: '-createdAt', size: MOST } as const
  const { items } = await ok(api.GET('/api/v1/tasks', { params: { query }, signal }))
  return items.map(found)
}

async function byId(id: string, signal: AbortSignal): Promise<readonly Found[]> {
  try {
    return [found(await ok(api.GET('/api/v1/tasks/{id}', { params: { path: { id } }, signal })))]
  } catch (error) {
    if (isProblem(error, 'not-found')) return []
    throw error
  }
}

function found({ id, title, priority, status }: TaskView): Found {
  return {
    id,
    label: title,
    hint: `${priority} · ${t(`state.${status}`)}`,
    inspect: { kind: 'task', id },
  }
}

/** Saved views whose name has these letters. */
export async function findViews(text: string, signal: AbortSignal): Promise<readonly Found[]> {
  const { items } = await ok(api.GET('/api/v1/me/views', { signal }))
  return items
    .filter((it) => it.page === 'queue' && it.name.toLowerCase().includes(text.toLowerCase()))
    .slice(0, MOST)
    .map(({ id, name, query }) => ({ id, label: name, href: `/queue?${query}` }))
}
