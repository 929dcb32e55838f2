import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { type Role, session } from '@/lib/session/session'
import { show } from '@/testing/render'
import FailuresPage from './failures-page'

const AT = '2026-01-31T08:00:00Z'
const failed = (title: string, retryAt: string | null) => ({
  id: title,
  title,
  status: 'FAILED',
  priority: 'P2',
  queue: 'default',
  requiredSkills: [],
  minSkillLevel: 1,
  metadata: {},
  attempt: 2,
  version: 30,
  createdAt: AT,
  updatedAt: AT,
  closedAt: AT,
  createdBy: 'admin',
  retryAt,
})
let items = [failed('Printer', null), failed('Scale', '2026-01-31T09:00:00Z')]
let retried: (string | null)[] = []
const server = setupServer(
  http.get('*/api/v1/tasks', () => HttpResponse.json({ items, next: null })),
  http.get('*/api/v1/tasks/:id/history', ({ request }) => {
    expect(new URL(request.url).searchParams.get('after')).toBe('10')
    const step = (type: string, comment: string) => ({
      version: 29,
      type,
      at: AT,
      actor: { id: null, name: 'ada' },
      data: { comment },
    })
    return HttpResponse.json({
      items: [step('task.failed', 'No paper'), step('task.commented', 'Later')],
      next: null,
      chain: 'valid',
    })
  }),
  http.post('*/api/v1/tasks/Printer/retry', ({ request }) => {
    retried.push(request.headers.get('If-Match'))
    items = items.slice(1)
    return HttpResponse.json({})
  }),
)
const signedIn = (role: Role) => {
  const user = { id: 'me', username: 'me', displayName: 'Me', roles: [role] }
  session.set({ status: 'user', access: { token: 't', expiresAt: Date.now() + 600_000, user } })
}
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  retried = []
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1_200)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600)
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

it('tells of failed tasks what was said and what comes next, and redrives one by its version', async () => {
  signedIn('ADMIN')
  await show(<FailuresPage />, '/failures?show=tasks')
  expect(await screen.findByText('dead letter')).toBeInTheDocument()
  expect(screen.getByText(/again at/)).toBeInTheDocument()
  await waitFor(() => expect(screen.getAllByText('No paper')).toHaveLength(2))
  await userEvent.click(screen.getByRole('button', { name: 'Redrive Printer' }))
  await waitFor(() => expect(retried).toEqual(['"30"']))
})

it('lets managers look only', async () => {
  signedIn('MANAGER')
  await show(<FailuresPage />, '/failures?show=tasks')
  expect(await screen.findByText(/again at/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /Redrive/ })).toBeNull()
})
