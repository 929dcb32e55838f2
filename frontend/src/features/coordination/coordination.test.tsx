import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { toasts } from '@/components/toast'
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
const dispute = (more: object = {}) => ({
  id: 'd1',
  assignmentId: 'x1',
  taskId: 'task of Lens',
  attempt: 2,
  queue: 'default',
  title: 'Lens',
  workerId: 'w',
  workerName: 'Wren',
  reason: 'Ada was free',
  raisedAt: AT,
  ...more,
})
const answered = (answer: string, answeredBy: string) => dispute({ answer, answeredBy, answeredAt: AT })
let disputes: Record<string, object[]> = {}
let sent: { path: string; body: unknown }[] = []
const server = setupServer(
  http.get('*/api/v1/coordination', () => HttpResponse.json({ items })),
  http.get('*/api/v1/disputes', ({ request }) => {
    const state = new URL(request.url).searchParams.get('state') ?? 'OPEN'
    return HttpResponse.json({ items: disputes[state] ?? [], next: null })
  }),
  http.get('*/api/v1/tasks/:id/decision', ({ request }) =>
    HttpResponse.json({
      sentence: `Attempt ${new URL(request.url).searchParams.get('attempt')}: least busy.`,
    }),
  ),
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
  items = []
  disputes = {}
  toasts.set({ list: [] })
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

const answer = async (text: string) => {
  const one = within(await screen.findByRole('article', { name: 'Wren: Lens' }))
  expect(one.getByText('Ada was free')).toBeInTheDocument()
  expect(await one.findByText('How it was decided: Attempt 2: least busy.')).toBeInTheDocument()
  await userEvent.click(one.getByRole('button', { name: 'Answer …' }))
  await userEvent.type(await one.findByRole('textbox', { name: /Answer/ }), text)
  await userEvent.click(one.getByRole('button', { name: 'Send the answer' }))
  return one
}

it('answers a report where it stands, and opens its task', async () => {
  signedIn('MANAGER')
  disputes = { OPEN: [dispute()] }
  server.use(
    http.post('*/api/v1/disputes/d1/answer', async ({ request }) => {
      sent.push({ path: 'd1', body: await request.json() })
      return HttpResponse.json(answered('She lacks the level', 'Me'))
    }),
  )
  const { router } = await show(<CoordinationPage />)
  const one = await answer('She lacks the level')
  expect(await one.findByText(/^Me answered/)).toBeInTheDocument()
  expect(one.getByText('She lacks the level')).toBeInTheDocument()
  expect(one.queryByRole('button', { name: 'Answer …' })).toBeNull()
  expect(sent).toEqual([{ path: 'd1', body: { answer: 'She lacks the level' } }])
  await userEvent.click(one.getByRole('button', { name: 'Lens' }))
  expect(router.state.location.search).toEqual({ inspect: 'task:task of Lens' })
})

it('shows the answer of whoever was first', async () => {
  disputes = { OPEN: [dispute()], ANSWERED: [answered('Her shift ended', 'Max')] }
  const detail = 'Max has answered it already: read it.'
  server.use(
    http.post('*/api/v1/disputes/d1/answer', () =>
      HttpResponse.json({ code: 'already-exists', detail, status: 409 }, { status: 409 }),
    ),
  )
  await show(<CoordinationPage />)
  const one = await answer('No')
  expect(await one.findByText('Her shift ended')).toBeInTheDocument()
  expect(toasts.get().list.map((it) => it.text)).toEqual([detail])
})

it('lists answered reports when asked', async () => {
  disputes = { ANSWERED: [answered('Her shift ended', 'Max')] }
  await show(<CoordinationPage />)
  expect(await screen.findByText('No report waits for an answer')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Answered' }))
  expect(await screen.findByText('Her shift ended')).toBeInTheDocument()
})
