import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { listenToKeys } from '@/lib/commands/shortcuts'
import { show } from '@/testing/render'
import DeskPage from './desk-page'

const AT = '2026-01-31T08:00:00Z'
const work = (title: string, state = 'IN_PROGRESS', more: object = {}) => ({
  id: `assignment of ${title}`,
  taskId: `task of ${title}`,
  state,
  attempt: 1,
  percent: 20,
  assignedAt: AT,
  task: {
    id: `task of ${title}`,
    title,
    priority: 'P2',
    status: state,
    queue: 'default',
    requiredSkills: [],
    minSkillLevel: 1,
    metadata: {},
    createdBy: 'avery',
    createdAt: AT,
    updatedAt: AT,
    attempt: 1,
    version: 2,
    ...more,
  },
})
const person = (workerId: string, displayName: string, obstacle?: string) => ({
  workerId,
  username: displayName.toLowerCase(),
  displayName,
  presence: 'AVAILABLE',
  free: obstacle === undefined,
  obstacle: obstacle === undefined ? null : { code: 'NO_CAPACITY', sentence: obstacle },
})

let open: ReturnType<typeof work>[] = []
let dispositions: string[] = []
let sent: { path: string; body: unknown }[] = []
const api = (path: string) => `*/api/v1${path}`
const server = setupServer(
  http.get(api('/me/worker'), () =>
    HttpResponse.json({
      id: 'grace',
      username: 'grace',
      displayName: 'Grace Hopper',
      skills: [],
      capacity: 2,
      load: 1,
      presence: 'AVAILABLE',
      presenceSince: AT,
      busyShare: 0,
      version: 1,
      createdAt: AT,
    }),
  ),
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
  http.get(api('/tasks/:id/why'), () => HttpResponse.json({ reason: 'ROUND', sentence: 'Least busy.' })),
  http.get(api('/tasks/:id/comments'), () => HttpResponse.json({ items: [], next: null })),
  http.get(api('/tasks/:id/service-level'), () => HttpResponse.json({ items: [] })),
  http.get(api('/me/assignments/:id/receivers'), () =>
    HttpResponse.json({
      people: [person('ada', 'Ada'), person('bob', 'Bob', 'Bob has no capacity left.')],
      queues: ['network'],
      dispositions,
    }),
  ),
)
/** The verb is taken, and the desk is as it says from then on. */
const takes = (verb: string, after: ReturnType<typeof work>[]) =>
  server.use(
    http.post(api(`/me/assignments/:id/${verb}`), async ({ request }) => {
      const text = await request.text()
      sent.push({ path: verb, body: text === '' ? undefined : JSON.parse(text) })
      open = after
      const ended = work('Printer', verb === 'return' ? 'RETURNED' : 'TRANSFERRED')
      return HttpResponse.json(after[0] ?? ended)
    }),
  )

let clock = 0
let stop: () => void
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  open = [work('Printer')]
  dispositions = []
  sent = []
  // whatever just appeared counts as seen
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 1_000))
  stop = listenToKeys()
})
afterEach(() => {
  stop()
  server.resetHandlers()
  localStorage.clear()
})
afterAll(() => server.close())

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const form = (name: string) => screen.findByRole('form', { name })

it('puts a task on hold by keys, with a reason and a time at which it goes on, and lays it aside', async () => {
  takes('hold', [work('Printer', 'ON_HOLD', { hold: { reason: 'The part is ordered', since: AT } })])
  await show(<DeskPage />)
  await screen.findByRole('article', { name: 'Printer' })
  await userEvent.keyboard('{Shift>}l{/Shift}')
  const asked = await form('Put on hold')
  await userEvent.click(within(asked).getByRole('button', { name: 'Put on hold' }))
  expect(within(asked).getByText(/Say in a word or two why/)).toBeInTheDocument()
  expect(sent).toEqual([])
  await userEvent.type(
    within(asked).getByRole('textbox', { name: /What it waits for/ }),
    'The part is ordered',
  )
  await userEvent.click(within(asked).getByRole('radio', { name: /In half an hour/ }))
  await userEvent.click(within(asked).getByRole('button', { name: 'Put on hold' }))
  const held = await screen.findByRole('region', { name: 'On hold' })
  expect(within(held).getByText('The part is ordered')).toBeInTheDocument()
  expect(screen.queryByRole('article', { name: 'Printer' })).not.toBeInTheDocument()
  const [{ body } = { body: {} }] = sent
  const { reason, until } = body as { reason: string; until: string }
  expect(reason).toBe('The part is ordered')
  const minutes = (Date.parse(until) - Date.now()) / 60_000
  expect(minutes).toBeGreaterThan(29)
  expect(minutes).toBeLessThan(31)
})

it('refuses a time that is over, and sends none', async () => {
  await show(<DeskPage />)
  await press('Hold …')
  const asked = await form('Put on hold')
  await userEvent.click(within(asked).getByRole('radio', { name: 'At a time …' }))
  await userEvent.type(within(asked).getByRole('textbox', { name: /What it waits for/ }), 'Later')
  await userEvent.type(within(asked).getByLabelText(/Date and time/), '2020-01-01T10:00')
  await userEvent.click(within(asked).getByRole('button', { name: 'Put on hold' }))
  expect(await within(asked).findByRole('alert')).toHaveTextContent('Choose a time in the future')
  expect(sent).toEqual([])
})

it('resumes what is on hold, and says why that is not possible', async () => {
  open = [work('Printer', 'ON_HOLD', { hold: { reason: 'Waits for a part', since: AT } })]
  server.use(
    http.post(api('/me/assignments/:id/resume'), () =>
      HttpResponse.json({ code: 'no-seat', detail: 'Finish or hold something first.' }, { status: 409 }),
    ),
  )
  await show(<DeskPage />)
  await press('Resume')
  expect(await screen.findByText('Finish or hold something first.')).toBeInTheDocument()
  takes('resume', [work('Printer')])
  await press('Resume')
  expect(await screen.findByRole('article', { name: 'Printer' })).toBeInTheDocument()
  expect(screen.queryByRole('region', { name: 'On hold' })).not.toBeInTheDocument()
})

it('transfers to a person who is free, and shows why others are not', async () => {
  takes('transfer', [])
  await show(<DeskPage />)
  await press('Transfer …')
  const asked = await form('Transfer …')
  expect(await within(asked).findByRole('radio', { name: /Bob has no capacity left/ })).toBeDisabled()
  await userEvent.type(within(asked).getByRole('textbox', { name: /should know/ }), 'You know the model')
  await userEvent.click(within(asked).getByRole('button', { name: 'Transfer' }))
  expect(await within(asked).findByRole('alert')).toHaveTextContent('Choose who gets it')
  await userEvent.click(within(asked).getByRole('radio', { name: /Ada/ }))
  await userEvent.click(within(asked).getByRole('button', { name: 'Transfer' }))
  expect(await screen.findByRole('heading', { name: 'Nothing for you right now' })).toBeInTheDocument()
  expect(sent).toEqual([{ path: 'transfer', body: { workerId: 'ada', reason: 'You know the model' } }])
})

it('keeps the reason of a return that was refused, over a reload', async () => {
  server.use(
    http.post(api('/me/assignments/:id/return'), () =>
      HttpResponse.json({ code: 'illegal-transition', detail: 'It is over.' }, { status: 409 }),
    ),
  )
  const { unmount } = await show(<DeskPage />)
  await press('Return …')
  await userEvent.type(await screen.findByRole('textbox', { name: /Why it goes back/ }), 'Not mine')
  await press('Return to the queue')
  expect(await screen.findByText('It is over.')).toBeInTheDocument()
  unmount()
  await show(<DeskPage />)
  await press('Return …')
  expect(await screen.findByRole('textbox', { name: /Why it goes back/ })).toHaveValue('Not mine')
})

it('asks for help once, and shows that it waits', async () => {
  takes('help', [work('Printer', 'IN_PROGRESS', { help: { reason: 'Which paper?', since: AT } })])
  await show(<DeskPage />)
  await press('Ask for help …')
  await userEvent.type(
    await screen.findByRole('textbox', { name: /What you need help with/ }),
    'Which paper?',
  )
  await press('Ask for help')
  expect(await screen.findByText(/waits for help for/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Ask for help …' })).not.toBeInTheDocument()
})

it('completes with one of the endings of the queue, when it has any', async () => {
  dispositions = ['Repaired', 'Replaced']
  takes('complete', [])
  await show(<DeskPage />)
  await screen.findByRole('radio', { name: 'Repaired' })
  await userEvent.type(screen.getByRole('textbox', { name: 'Comment' }), 'New drum')
  await press('Complete')
  expect(await screen.findByText('Choose how it ended.')).toBeInTheDocument()
  expect(sent).toEqual([])
  await userEvent.click(screen.getByRole('radio', { name: 'Replaced' }))
  await press('Complete')
  await waitFor(() =>
    expect(sent).toEqual([{ path: 'complete', body: { comment: 'New drum', disposition: 'Replaced' } }]),
  )
})

it('offers everybody whom a comment can call, by the name that calls them', async () => {
  await show(<DeskPage />)
  await userEvent.type(await screen.findByRole('textbox', { name: /Say something/ }), '@')
  const offered = await screen.findAllByRole('option')
  expect(offered.map((it) => it.textContent)).toEqual(['avery @avery', 'Ada @ada', 'Bob @bob'])
})
