import { HttpResponse, http, type JsonBodyType } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { type Role, session } from '@/lib/session/session'
import { type TaskView, work } from './work'

export const task = (more: Partial<TaskView> = {}): TaskView => ({
  id: 'a1',
  status: 'QUEUED',
  priority: 'P3',
  title: 'Disk full',
  queue: 'default',
  requiredSkills: ['server'],
  minSkillLevel: 1,
  metadata: {},
  attempt: 0,
  version: 4,
  createdAt: '2026-01-31T08:00:00Z',
  updatedAt: '2026-01-31T08:00:00Z',
  createdBy: 'admin',
  ...more,
})

const answers = (path: string, answer: JsonBodyType) =>
  http.get(`*/api/v1${path}`, () => HttpResponse.json(answer))

export const waiting = (...titles: string[]) =>
  titles.map((title, index) => ({
    position: index + 1,
    taskId: `a${index + 1}`,
    title,
    priority: 'P3',
    effectivePriority: index === 0 ? 2 : 3,
    waitingSince: '2026-01-31T08:00:00Z',
    requiredSkills: ['server'],
    category: 'storage',
    dueAt: '2026-01-31T10:00:00Z',
    attempt: 2,
    createdBy: 'admin',
    why: { reason: 'NO_CAPACITY', sentence: 'Everybody who could take this task is busy.' },
  }))

/** A server that knows one waiting task. */
export const server = setupServer(
  answers('/queues', { items: [{ name: 'default' }] }),
  answers('/queues/default/waiting', { items: waiting('Disk full'), next: null }),
  answers('/queues/:name/bound', { rescueAfterSeconds: 144_000, rescueEvery: 10, items: [] }),
  answers('/skills', { items: [{ name: 'server' }] }),
  answers('/workers', { items: [] }),
  answers('/workers/:id', { displayName: 'Grace Hopper' }),
  answers('/tasks/facets', {
    total: 1,
    byStatus: { QUEUED: 1 },
    byPriority: { P3: 1 },
    byQueue: { default: 1 },
  }),
  answers('/tasks', { items: [task()], next: null }),
  answers('/tasks/:id', task()),
  answers('/tasks/:id/service-level', { items: [] }),
  http.post('*/api/v1/service-levels/of', () => HttpResponse.json({ items: [] })),
  answers('/tasks/:id/comments', { items: [], next: null }),
  answers('/tasks/:id/why', {
    taskId: 'a1',
    status: 'QUEUED',
    reason: 'NO_CAPACITY',
    sentence: '2 people could take it: 2 are busy.',
    position: 7,
    effectivePriority: 2,
    waitingSince: '2026-01-31T08:00:00Z',
    able: 2,
    present: 2,
    free: 0,
  }),
  answers('/tasks/:id/history', {
    items: [
      {
        version: 1,
        type: 'task.reprioritised',
        at: '2026-01-31T08:00:00Z',
        actor: { id: null, name: 'ada' },
        data: { previousPriority: 'P3', priority: 'P1' },
      },
    ],
    next: null,
    chain: 'valid',
  }),
)

export const refuse = (status: number, code: string, detail: string) =>
  HttpResponse.json({ code, detail, status }, { status })

export function signedIn(role: Role): void {
  const user = { id: 'me', username: 'me', displayName: 'Me', roles: [role] }
  session.set({ status: 'user', access: { token: 't', expiresAt: Date.now() + 600_000, user } })
}

export function withServer(): void {
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
  afterEach(() => {
    server.resetHandlers()
    work.set({ pending: {}, conflicts: {}, asking: undefined, listAims: false })
  })
  afterAll(() => server.close())
}
