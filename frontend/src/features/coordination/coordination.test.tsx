import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Role, session } from '@/lib/session/session'
import { show } from '@/testing/render'
import CoordinationPage from './coordination-page'

const AT = '2026-01-31T08:00:00Z'
const item = (title: string, reason: string, more: object = {}) => ({
  taskId: `task of ${title}`,
  title,
  priority: 'P2',
  queue: 'default',
  reason,
  sentence: 'Which paper?',
  since: AT,
  refusals: [],
  ...more,
})
let items: ReturnType<typeof item>[] = []
let sent: { path: string; body: unknown }[] = []
const server = setupServer(
  http.get('*/api/v1/coordination', () => HttpResponse.json({ items })),
  http.post('*/api/v1/tasks/:id/:verb', ({ params }) => {
    sent.push({ path: `${params['id']} ${params['verb']}`, body: undefined })
    items = []
    return HttpResponse.json({})
  }),
  http.post('*/api/v1/tasks/:id/help/answer', async ({ params, request }) => {
    sent.push({ path: `${params['id']} answer`, body: await request.json() })
    items = []
    return HttpResponse.json({}, { status: 201 })
  }),
)
const signedIn = (role: Role) => {
  const user = { id: 'me', username: 'me', displayName: 'Me', roles: [role] }
  session.set({ status: 'user', access: { token: 't', expiresAt: Date.now() + 600_000, user } })
}
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  sent = []
  signedIn('ADMIN')
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

it('tells who said no and why, and offers the task again', async () => {
  const refusals = [
    { workerId: 'a', displayName: 'Ada', missed: false, reason: 'Too far', at: AT },
    { workerId: 'b', displayName: 'Bob', missed: true, reason: null, at: AT },
  ]
  items = [item('Printer', 'DECLINED', { refusals })]
  await show(<CoordinationPage />)
  const task = within(await screen.findByRole('article', { name: 'Printer' }))
  expect(task.getByText(/Declined as often as the queue allows/)).toBeInTheDocument()
  expect(task.getByText('Ada').parentElement).toHaveTextContent('Ada Too far')
  expect(task.getByText('Bob').parentElement).toHaveTextContent('Bob did not answer')
  await userEvent.click(task.getByRole('button', { name: 'Offer again' }))
  expect(await screen.findByText('Nothing to decide')).toBeInTheDocument()
  expect(sent).toEqual([{ path: 'task of Printer offer-again', body: undefined }])
})

it('lets a manager answer, and only an admin decide', async () => {
  signedIn('MANAGER')
  items = [item('Scale', 'HELP'), item('Printer', 'EXHAUSTED')]
  await show(<CoordinationPage />)
  const scale = within(await screen.findByRole('article', { name: 'Scale' }))
  expect(scale.getByText('Which paper?')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Offer again' })).toBeNull()
  await userEvent.click(scale.getByRole('button', { name: 'Answer …' }))
  await userEvent.type(await scale.findByRole('textbox', { name: /Answer/ }), 'The thick one')
  await userEvent.click(scale.getByRole('button', { name: 'Send the answer' }))
  await waitFor(() =>
    expect(sent).toEqual([{ path: 'task of Scale answer', body: { text: 'The thick one' } }]),
  )
})

it('opens a task beside the page', async () => {
  items = [item('Printer', 'EXHAUSTED')]
  const { router } = await show(<CoordinationPage />)
  await userEvent.click(await screen.findByRole('button', { name: 'Assign by hand' }))
  expect(router.state.location.search).toEqual({ inspect: 'task:task of Printer' })
})
