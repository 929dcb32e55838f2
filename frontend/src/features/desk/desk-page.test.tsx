import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { Schemas } from '@/lib/api/client'
import { keepDraft } from '@/lib/drafts'
import { listeners } from '@/lib/live/live'
import { show } from '@/testing/render'
import type { Worker } from './desk-data'
import DeskPage from './desk-page'

const AT = '2026-01-31T08:00:00Z'
const task = (title: string, version = 2) => ({
  id: `task of ${title}`,
  title,
  priority: 'P2',
  status: 'ASSIGNED',
  queue: 'default',
  requiredSkills: ['database'],
  minSkillLevel: 1,
  metadata: {},
  createdBy: 'avery',
  createdAt: AT,
  updatedAt: AT,
  attempt: 1,
  version,
})
const assignment = (title: string, state = 'ASSIGNED') => ({
  id: `assignment of ${title}`,
  taskId: `task of ${title}`,
  state,
  attempt: 1,
  percent: 20,
  assignedAt: AT,
  task: task(title),
})
const worker = (presence: string) => ({
  id: 'grace',
  username: 'grace',
  displayName: 'Grace Hopper',
  skills: [],
  capacity: 1,
  load: 0,
  presence,
  presenceSince: AT,
  busyShare: 0,
  version: 1,
  createdAt: AT,
  overdue: false,
  ...said,
})

let said: Partial<Worker> = {}
let presence = 'AVAILABLE'
let open: ReturnType<typeof assignment>[] = []
const api = (path: string) => `*/api/v1${path}`
const server = setupServer(
  http.get(api('/me/worker'), () => HttpResponse.json(worker(presence))),
  http.get(api('/me/offers'), () => HttpResponse.json({ items: [] })),
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
    HttpResponse.json({ reason: 'ROUND', sentence: 'Least busy of three.' }),
  ),
)
/** What the browser does for a popover, and jsdom does not. */
const openPanel = (name: string) => {
  const panel = screen.getByLabelText(name)
  const toggle = (newState: string) =>
    fireEvent(panel, Object.assign(new Event('beforetoggle'), { newState }))
  panel.hidePopover = () => void toggle('closed')
  toggle('open')
}
let clock = 0
const armed = () => {
  clock += 401
}

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  presence = 'AVAILABLE'
  said = {}
  open = []
  vi.spyOn(performance, 'now').mockImplementation(() => clock)
})
afterEach(() => {
  server.resetHandlers()
  localStorage.clear()
})
afterAll(() => server.close())

it('begins the shift by one click', async () => {
  presence = 'OFFLINE'
  server.use(
    http.put(api('/me/presence'), async ({ request }) => {
      presence = ((await request.json()) as { status: string }).status
      return HttpResponse.json(worker(presence))
    }),
  )
  await show(<DeskPage />)
  await userEvent.click(await screen.findByRole('button', { name: 'Start shift' }))
  expect(await screen.findByRole('heading', { name: 'Nothing for you right now' })).toBeInTheDocument()
  expect(screen.getByRole('radio', { name: 'Available' })).toBeChecked()
})

it('shows a refused presence as it was, says why, and offers it again', async () => {
  server.use(http.put(api('/me/presence'), () => HttpResponse.json({ detail: 'Not now.' }, { status: 409 })))
  await show(<DeskPage />)
  await userEvent.click(await screen.findByRole('radio', { name: 'Break' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Nothing changed, you are still: Available. Not now.',
  )
  expect(screen.getByRole('radio', { name: 'Available' })).toBeChecked()
  expect(screen.getByRole('button', { name: 'Try again: Break' })).toBeInTheDocument()
})

it('plans a break, and says its kind and when it ends', async () => {
  const sent: unknown[] = []
  server.use(
    http.put(api('/me/presence'), async ({ request }) => {
      const { status, kind, note, until } = (await request.json()) as Schemas['PresenceRequest']
      sent.push({ status, kind, note })
      presence = status
      said = { presenceKind: kind ?? null, presenceNote: note ?? null, presenceUntil: until ?? null }
      return HttpResponse.json(worker(presence))
    }),
  )
  await show(<DeskPage />)
  await userEvent.click(await screen.findByRole('radio', { name: 'Break' }))
  await screen.findByRole('button', { name: 'Plan the break' })
  openPanel('Plan the break')
  await userEvent.selectOptions(await screen.findByLabelText('Kind of break'), 'Other')
  await userEvent.type(screen.getByLabelText(/What it is for/), 'Fire drill')
  await userEvent.selectOptions(screen.getByLabelText('Planned end'), 'in 30 min')
  await userEvent.click(screen.getByText('Save'))
  expect(await screen.findByText(/^Fire drill, until \d\d:\d\d$/)).toBeInTheDocument()
  expect(sent).toEqual([{ status: 'BREAK' }, { status: 'BREAK', kind: 'OTHER', note: 'Fire drill' }])
  expect(Date.parse(said.presenceUntil ?? '') - Date.now()).toBeGreaterThan(29 * 60_000)
})

it('says that a meeting should be over', async () => {
  presence = 'MEETING'
  said = { presenceUntil: new Date(Date.now() - 5.5 * 60_000).toISOString(), overdue: true }
  await show(<DeskPage />)
  expect(await screen.findByText('overdue by 5 min')).toBeInTheDocument()
})

it('says that the shift is over, but for what is still to be done', async () => {
  presence = 'BUSY'
  said = { presenceReason: 'SHIFT_ENDED' }
  open = [assignment('Full disk')]
  await show(<DeskPage />)
  expect(await screen.findByText(/Your shift is over\. .* once your work has ended/)).toBeInTheDocument()
})

it('shows how much of a wrap-up is left, and ends it', async () => {
  said = { wrapUpUntil: new Date(Date.now() + 90_000).toISOString() }
  server.use(
    http.post(api('/me/wrap-up/end'), () => {
      said = {}
      return HttpResponse.json(worker(presence))
    }),
  )
  await show(<DeskPage />)
  expect(await screen.findByRole('timer')).toHaveTextContent(/^1 min (3|2)\d s left$/)
  await userEvent.click(screen.getByRole('button', { name: 'End it now' }))
  await waitFor(() => expect(screen.queryByRole('timer')).not.toBeInTheDocument())
})

it('says that nothing waits when the next task is asked for in vain', async () => {
  server.use(http.post(api('/me/assignments/next'), () => new HttpResponse(null, { status: 204 })))
  await show(<DeskPage />)
  await userEvent.click(await screen.findByRole('button', { name: 'Take next task' }))
  expect(await screen.findByText(/Nothing waits that you could do/)).toBeInTheDocument()
})

it('arms its buttons only after a moment', async () => {
  const started = vi.fn<() => void>()
  open = [assignment('Full disk')]
  server.use(
    http.post(api('/me/assignments/:id/start'), () => {
      started()
      open = [assignment('Full disk', 'IN_PROGRESS')]
      return HttpResponse.json(open[0])
    }),
  )
  await show(<DeskPage />)
  const start = await screen.findByRole('button', { name: 'Start' })
  start.click()
  clock += 399
  start.click()
  expect(started).not.toHaveBeenCalled()
  clock += 1
  start.click()
  expect(await screen.findByRole('slider', { name: 'Progress' })).toBeInTheDocument()
})

it('takes progress back that the server refuses', async () => {
  open = [assignment('Full disk', 'IN_PROGRESS')]
  server.use(
    http.post(api('/me/assignments/:id/progress'), () =>
      HttpResponse.json({ detail: 'Ended.' }, { status: 409 }),
    ),
  )
  await show(<DeskPage />)
  const slider = await screen.findByRole('slider', { name: 'Progress' })
  armed()
  await userEvent.click(screen.getByRole('button', { name: '10 percent more' }))
  expect(slider).toHaveValue('30')
  expect(await screen.findByRole('alert')).toHaveTextContent('The progress is 20% as before. Ended.')
  expect(slider).toHaveValue('20')
})

it('claims nothing about progress whose answer is lost, and is content once it shows', async () => {
  open = [assignment('Full disk', 'IN_PROGRESS')]
  server.use(http.post(api('/me/assignments/:id/progress'), () => HttpResponse.error()))
  await show(<DeskPage />)
  const slider = await screen.findByRole('slider', { name: 'Progress' })
  armed()
  await userEvent.click(screen.getByRole('button', { name: '10 percent more' }))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('it is safe to send it again')
  expect(alert).not.toHaveTextContent('as before')

  open = [{ ...assignment('Full disk', 'IN_PROGRESS'), percent: 30 }]
  for (const resync of listeners.resync) resync()
  await waitFor(() => expect(slider).toHaveValue('30'))
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

it('ends nothing without a word, nor before the server says so', async () => {
  open = [assignment('Full disk', 'IN_PROGRESS')]
  let answer: () => void = () => undefined
  server.use(
    http.post(api('/me/assignments/:id/complete'), async () => {
      await new Promise<void>((resolve) => {
        answer = resolve
      })
      open = []
      return HttpResponse.json({ ...assignment('Full disk', 'COMPLETED'), closedAt: AT })
    }),
  )
  await show(<DeskPage />)
  const field = await screen.findByRole('textbox', { name: /Comment/ })
  armed()
  await userEvent.type(field, ' \u200b ')
  await userEvent.click(screen.getByRole('button', { name: 'Complete' }))
  expect(await screen.findByText(/To complete it, say in a word/)).toBeInTheDocument()
  expect(field).toHaveFocus()

  await userEvent.type(field, 'Freed.')
  await userEvent.click(screen.getByRole('button', { name: 'Complete' }))
  expect(await screen.findByRole('button', { name: 'Completing …' })).toHaveAttribute('aria-disabled')
  expect(screen.getByRole('article', { name: 'Full disk' })).toBeInTheDocument()
  answer()
  await waitFor(() => expect(screen.queryByRole('article')).not.toBeInTheDocument())
  expect(localStorage.getItem('warren.drafts')).toBe('{}')
})

it('keeps the comment when the connection is lost', async () => {
  open = [assignment('Full disk')]
  keepDraft('assignment of Full disk', 'Freed 40 GB.')
  server.use(http.post(api('/me/assignments/:id/fail'), () => HttpResponse.error()))
  await show(<DeskPage />)
  const field = await screen.findByRole('textbox', { name: /Comment/ })
  expect(field).toHaveValue('Freed 40 GB.')
  armed()
  await userEvent.click(screen.getByRole('button', { name: 'Fail' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('it is safe to send it again')
  expect(field).toHaveValue('Freed 40 GB.')
})

it('says who took a task away, and shows what was written about it', async () => {
  open = [assignment('Full disk')]
  keepDraft('assignment of Full disk', 'Nearly done')
  server.use(
    http.get(api('/tasks/:id/history'), ({ request }) => {
      expect(new URL(request.url).searchParams.get('after')).toBe('2')
      return HttpResponse.json({
        items: [{ version: 3, type: 'task.cancelled', at: AT, actor: { id: 'a', name: 'Avery' }, data: {} }],
        next: null,
        chain: 'valid',
      })
    }),
  )
  await show(<DeskPage />)
  await screen.findByRole('article', { name: 'Full disk' })
  open = []
  for (const hear of listeners.feed) {
    hear({
      seq: 7,
      at: AT,
      type: 'assignment.closed',
      data: { assignmentId: 'assignment of Full disk', taskId: 'task of Full disk', state: 'CANCELLED' },
    })
  }
  const told = await screen.findByText('Avery cancelled this task: Full disk')
  expect(told.closest('li')).toHaveTextContent('Nearly done')
  expect(await screen.findByRole('heading', { name: 'Nothing for you right now' })).toBeInTheDocument()
})

it('lets me report a wrong decision where I read why it is mine', async () => {
  server.use(http.get(api('/me/disputes'), () => HttpResponse.json({ items: [], next: null })))
  open = [assignment('Lens')]
  await show(<DeskPage />)
  await userEvent.click(await screen.findByText('Why you'))
  expect(await screen.findByText('Least busy of three.')).toBeVisible()
  expect(await screen.findByRole('button', { name: 'Report a wrong decision' })).toBeInTheDocument()
})
