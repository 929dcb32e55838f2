import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { listeners } from '@/lib/live/live'
import { show } from '@/testing/render'
import DeskPage from './desk-page'

const AT = '2026-01-31T08:00:00Z'
const soon = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString()
const task = (title: string) => ({
  id: `task of ${title}`,
  title,
  priority: 'P2',
  status: 'OFFERED',
  queue: 'asks',
  requiredSkills: ['database'],
  minSkillLevel: 1,
  metadata: {},
  createdBy: 'avery',
  createdAt: AT,
  updatedAt: AT,
  attempt: 0,
  version: 2,
})
const offer = (title: string, left = 20) => ({
  id: `offer of ${title}`,
  taskId: `task of ${title}`,
  issuedAt: soon(left - 30),
  expiresAt: soon(left),
  task: task(title),
})
const assignment = (title: string) => ({
  id: `offer of ${title}`,
  taskId: `task of ${title}`,
  state: 'ASSIGNED',
  attempt: 1,
  percent: 0,
  assignedAt: AT,
  task: task(title),
})
const worker = (presence: string, presenceReason: string | null = null) => ({
  id: 'grace',
  username: 'grace',
  displayName: 'Grace Hopper',
  skills: [],
  capacity: 1,
  load: 0,
  presence,
  presenceReason,
  presenceSince: AT,
  busyShare: 0,
  version: 1,
  createdAt: AT,
})

let me = worker('AVAILABLE')
let offers: ReturnType<typeof offer>[] = []
let open: ReturnType<typeof assignment>[] = []
const api = (path: string) => `*/api/v1${path}`
const server = setupServer(
  http.get(api('/me/worker'), () => HttpResponse.json(me)),
  http.get(api('/me/offers'), () => HttpResponse.json({ items: offers })),
  http.get(api('/me/assignments'), ({ request }) =>
    HttpResponse.json({
      items: new URL(request.url).searchParams.get('state') === 'open' ? open : [],
      next: null,
    }),
  ),
  http.get(api('/me/figures'), () =>
    HttpResponse.json({ from: AT, completed: 3, failed: 0, busySeconds: 60, presentSeconds: 120 }),
  ),
  http.get(api('/tasks/:id/comments'), () => HttpResponse.json({ items: [], next: null })),
  http.get(api('/tasks/:id/service-level'), () => HttpResponse.json({ items: [] })),
  http.get(api('/me/assignments/:id/receivers'), () =>
    HttpResponse.json({ people: [], queues: [], dispositions: [] }),
  ),
  http.get(api('/tasks/:id/why'), () =>
    HttpResponse.json({ reason: 'OFFERED', sentence: 'Least busy of three.' }),
  ),
)
let clock = 0

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  me = worker('AVAILABLE')
  offers = []
  open = []
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
})
afterEach(() => {
  server.resetHandlers()
  localStorage.clear()
})
afterAll(() => server.close())

it('shows what is asked, why, and for how long', async () => {
  offers = [offer('Full disk')]
  await show(<DeskPage />)
  const sheet = await screen.findByRole('article', { name: 'For you? Full disk' })
  expect(sheet).toHaveTextContent('asks · database')
  expect(await screen.findByText('Least busy of three.')).toBeInTheDocument()
  expect(screen.getByRole('timer')).toHaveTextContent(/^(1\d|2[01]) seconds left$/)
})

it('accepts only after a moment, and shows it as mine when the server says so', async () => {
  offers = [offer('Full disk')]
  const asked = vi.fn<() => void>()
  let answer: () => void = () => undefined
  server.use(
    http.post(api('/me/offers/:id/accept'), async () => {
      asked()
      await new Promise<void>((resolve) => {
        answer = resolve
      })
      offers = []
      open = [assignment('Full disk')]
      return HttpResponse.json(open[0])
    }),
  )
  await show(<DeskPage />)
  const accept = await screen.findByRole('button', { name: 'Accept' })
  clock += 299
  accept.click()
  expect(asked).not.toHaveBeenCalled()
  clock += 1
  accept.click()
  expect(await screen.findByRole('button', { name: 'Claiming …' })).toHaveAttribute('aria-disabled')
  expect(screen.queryByRole('article', { name: 'Full disk' })).not.toBeInTheDocument()
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(1))
  answer()
  expect(await screen.findByRole('article', { name: 'Full disk' })).toBeInTheDocument()
  await waitFor(() => expect(screen.queryByRole('timer')).not.toBeInTheDocument())
})

it('says that a yes came too late', async () => {
  offers = [offer('Full disk')]
  server.use(
    http.post(api('/me/offers/:id/accept'), () =>
      HttpResponse.json(
        { code: 'offer-closed', detail: 'The offer is EXPIRED: it cannot be ACCEPTED any more.' },
        { status: 409 },
      ),
    ),
  )
  await show(<DeskPage />)
  const accept = await screen.findByRole('button', { name: 'Accept' })
  clock += 300
  accept.click()
  expect(await screen.findByRole('alert')).toHaveTextContent('The offer is EXPIRED')
})

it('declines with a reason, and not without', async () => {
  offers = [offer('Full disk')]
  let said: unknown
  server.use(
    http.post(api('/me/offers/:id/decline'), async ({ request }) => {
      said = await request.json()
      offers = []
      return new HttpResponse(null, { status: 204 })
    }),
  )
  await show(<DeskPage />)
  const decline = await screen.findByRole('button', { name: 'Decline' })
  clock += 300
  await userEvent.click(decline)
  await userEvent.click(screen.getByRole('button', { name: 'Decline' }))
  expect(await screen.findByText(/say in a word or two why/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Somebody else knows this better.' }))
  await userEvent.click(screen.getByRole('button', { name: 'Decline' }))
  await waitFor(() => expect(screen.queryByRole('timer')).not.toBeInTheDocument())
  expect(said).toEqual({ reason: 'Somebody else knows this better.' })
})

it('lets nobody answer when the time is over', async () => {
  offers = [offer('Full disk', -1)]
  await show(<DeskPage />)
  expect(await screen.findByText('Time is over')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Accept' })).toHaveAttribute('aria-disabled')
  expect(screen.getByRole('button', { name: 'Decline' })).toBeDisabled()
})

it('takes away what is no longer offered', async () => {
  offers = [offer('Full disk')]
  await show(<DeskPage />)
  await screen.findByRole('timer')
  offers = []
  for (const hear of listeners.feed) {
    hear({
      seq: 7,
      at: AT,
      type: 'offer.revoked',
      data: { offerId: 'offer of Full disk', taskId: 'task of Full disk', title: 'Full disk' },
    })
  }
  await waitFor(() => expect(screen.queryByRole('timer')).not.toBeInTheDocument())
})

it('tells whoever was sent away, and leads back by one click', async () => {
  me = worker('BREAK', 'MISSED_OFFERS')
  server.use(
    http.put(api('/me/presence'), () => {
      me = worker('AVAILABLE')
      return HttpResponse.json(me)
    }),
  )
  await show(<DeskPage />)
  expect(await screen.findByText(/Two offers in a row had no answer/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'I am back' }))
  await waitFor(() => expect(screen.queryByText(/Two offers in a row/)).not.toBeInTheDocument())
  expect(screen.getByRole('radio', { name: 'Available' })).toBeChecked()
})
