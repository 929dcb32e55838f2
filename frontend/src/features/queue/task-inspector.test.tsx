import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { toasts } from '@/components/toast'
import { listenToKeys } from '@/lib/commands/shortcuts'
import { show } from '@/testing/render'
import TaskInspector from './task-inspector'
import { refuse, server, signedIn, task, withServer } from './testing'

withServer()
let stop: () => void
beforeEach(() => {
  signedIn('ADMIN')
  toasts.set({ list: [] })
  stop = listenToKeys()
})
afterEach(() => stop())

const facts = () => within(screen.getByRole('article')).getAllByTitle(/most urgent|normal|urgent/)[0]
const wait = () => screen.findByRole('heading', { name: 'Disk full' })
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const said = () => toasts.get().list.map((it) => it.text)

/** A call whose answer the test gives when it wants to. */
function held(path: string) {
  const asked: Request[] = []
  let answer: (response: Response) => void = () => undefined
  const given = new Promise<Response>((resolve) => {
    answer = resolve
  })
  server.use(
    http.post(`*/api/v1${path}`, ({ request }) => {
      asked.push(request.clone())
      return given as Promise<HttpResponse<null>>
    }),
  )
  return { asked, answer: (response: Response) => act(async () => answer(response)) }
}

it('says why a task waits, what it is, and that its history is whole', async () => {
  await show(<TaskInspector id="a1" />)
  await wait()
  expect(await screen.findByText('2 people could take it: 2 are busy.')).toBeInTheDocument()
  expect(screen.getByText('P3, counts as P2 because of its age')).toBeInTheDocument()
  expect(await screen.findByText('Nothing was altered')).toBeInTheDocument()
  expect(screen.getByText('Priority P3 became P1')).toBeInTheDocument()
})

it('tells in the timeline what became of a promise, and what the queue did about it', async () => {
  const at = '2026-01-31T08:00:00Z'
  const step = (version: number, type: string, data: object) => ({
    version,
    type,
    at,
    actor: { id: null, name: 'warren' },
    data,
  })
  const escalation = { step: 2, kind: 'ASSIGN', at: 'BREACH' }
  const items = [
    step(1, 'task.sla-at-risk', { kind: 'ASSIGN', targetAt: at }),
    step(2, 'task.sla-breached', { kind: 'ASSIGN', targetAt: at, cause: 'ALL_BUSY' }),
    step(3, 'task.escalated', { accounts: ['a', 'b'], escalation }),
    step(4, 'task.relaxed', { requiredSkills: ['network'], minSkillLevel: 2, escalation }),
    step(5, 'task.escalation-skipped', { reason: 'URGENT_ALREADY', escalation }),
    step(6, 'task.reprioritised', { previousPriority: 'P3', priority: 'P2', escalation }),
  ]
  server.use(
    http.get('*/api/v1/tasks/:id/history', () => HttpResponse.json({ items, next: null, chain: 'valid' })),
  )
  await show(<TaskInspector id="a1" />)
  expect(await screen.findByText(/^Time runs short: Assigned by/)).toBeInTheDocument()
  expect(screen.getByText(/^Promise broken: Assigned by/)).toHaveTextContent(
    'Everybody who could do it was busy.',
  )
  expect(screen.getByText('2 people were told')).toHaveTextContent('(step 2: “Assigned” broken)')
  expect(screen.getByText('Less is required now: network, level 2')).toBeInTheDocument()
  expect(screen.getByText(/had nothing to do/)).toHaveTextContent('It is as urgent already.')
  expect(screen.getByText('Priority P3 became P2')).toHaveTextContent('(step 2: “Assigned” broken)')
})

it.each([
  [
    { seconds: 730, low: 480, high: 1_210 },
    'Will be assigned in about 12 min, most likely between 8 min and 20 min.',
  ],
  [{ seconds: 0, low: 0, high: 5 }, 'Will be assigned in less than a minute.'],
  [null, /^When it will be assigned cannot be told/],
])('says when it will probably be assigned, and that nobody knows: %o', async (expectedWait, words) => {
  const why = {
    taskId: 'a1',
    status: 'QUEUED',
    reason: 'NO_CAPACITY',
    sentence: 'All are busy.',
    expectedWait,
  }
  server.use(http.get('*/api/v1/tasks/:id/why', () => HttpResponse.json(why)))
  await show(<TaskInspector id="a1" />)
  expect(await screen.findByText(words)).toBeInTheDocument()
})

const explained = (more: object) =>
  server.use(
    http.get('*/api/v1/tasks/:id/why', () =>
      HttpResponse.json({
        taskId: 'a1',
        status: 'QUEUED',
        reason: 'SET_ASIDE',
        sentence: 'Everybody said no.',
        waitingSince: '2026-01-31T08:00:00Z',
        ...more,
      }),
    ),
  )
const why = async () => within(await screen.findByRole('region', { name: 'Why it still waits' }))

it('says what would help and when it begins at the latest, and does it in one step', async () => {
  const call = held('/tasks/a1/offer-again')
  const sentence = 'Offered again, it would go to those who refused it before.'
  explained({ remedy: { code: 'OFFER_AGAIN', sentence }, latest: '2026-02-03T13:00:00Z' })
  await show(<TaskInspector id="a1" />)
  await wait()
  expect(await (await why()).findByText(sentence)).toBeInTheDocument()
  expect((await why()).getByText(/^At the latest Tue,? 3 Feb .+, whatever more urgent/)).toBeInTheDocument()
  await userEvent.click((await why()).getByRole('button', { name: 'Offer it again' }))
  await waitFor(() => expect(call.asked).toHaveLength(1))
})

it('leaves a change of priority to admins, and says nothing of what is not known', async () => {
  const sentence = 'As P1 it would be number 1 instead of 7.'
  explained({ remedy: { code: 'PRIORITY', sentence } })
  const { unmount } = await show(<TaskInspector id="a1" />)
  expect(await (await why()).findByRole('button', { name: 'Make it more urgent' })).toBeInTheDocument()
  unmount()
  signedIn('MANAGER')
  await show(<TaskInspector id="a1" />)
  expect(await (await why()).findByText(sentence)).toBeInTheDocument()
  expect((await why()).queryByRole('button')).toBeNull()
  expect(screen.queryByText(/^At the latest/)).toBeNull()
})

it('shows a new priority at once, by version, and offers to take it back', async () => {
  const call = held('/tasks/a1/priority')
  await show(<TaskInspector id="a1" />)
  await wait()
  await userEvent.keyboard('p1')
  expect(facts()).toHaveTextContent('P1')
  expect(screen.getByRole('img', { name: 'Waiting for the server' })).toBeInTheDocument()
  await waitFor(() => expect(call.asked).toHaveLength(1))
  expect(call.asked[0]?.headers.get('If-Match')).toBe('"4"')
  await call.answer(
    HttpResponse.json(task({ priority: 'P1', version: 5 }), { headers: { 'Warren-Undo': 'u1' } }),
  )
  await waitFor(() => expect(screen.queryByRole('img')).toBeNull())
  expect(facts()).toHaveTextContent('P1')
  expect(toasts.get().list).toMatchObject([
    { text: 'Disk full is P1 now', lasts: 10_000, action: { label: 'Undo' } },
  ])
})

it('returns to the old priority when it is refused', async () => {
  const call = held('/tasks/a1/priority')
  await show(<TaskInspector id="a1" />)
  await wait()
  await userEvent.keyboard('p1')
  await call.answer(refuse(503, 'dependency-down', 'The database is away.'))
  await waitFor(() => expect(facts()).toHaveTextContent('P3'))
  expect(said()).toEqual(['Disk full: The database is away.'])
})

it('tells who was first, and applies mine to the version that there is now', async () => {
  const versions: (string | null)[] = []
  await show(<TaskInspector id="a1" />)
  await wait()
  server.use(
    http.get('*/api/v1/tasks/a1', () => HttpResponse.json(task({ priority: 'P1', version: 5 }))),
    http.post('*/api/v1/tasks/a1/priority', ({ request }) => {
      versions.push(request.headers.get('If-Match'))
      return versions.length === 1
        ? refuse(412, 'version-mismatch', 'read it again')
        : HttpResponse.json(task({ priority: 'P2', version: 6 }))
    }),
  )
  await userEvent.keyboard('p2')
  const note = await screen.findByRole('alert', { name: 'Somebody else was first' })
  expect(note).toHaveTextContent(/Changed by ada .*P3 became P1/)
  expect(note).toHaveTextContent('You wanted: P2')
  await press('Apply mine')
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect(versions).toEqual(['"4"', '"5"'])
})

it('does not cancel before the server has', async () => {
  const call = held('/tasks/a1/cancel')
  await show(<TaskInspector id="a1" />)
  await wait()
  await press('Cancel task')
  expect(screen.getByText('Queued')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Cancel task' })).toBeDisabled()
  await call.answer(HttpResponse.json(task({ status: 'CANCELLED', version: 5 })))
  expect(await screen.findByText('Cancelled')).toBeInTheDocument()
  expect(screen.queryByRole('toolbar')).toBeNull()
})

it('wants a reason for another choice than that of the strategy', async () => {
  const person = (workerId: string, displayName: string, more: object) => ({
    workerId,
    displayName,
    presence: 'AVAILABLE',
    load: 0,
    capacity: 1,
    busyShare: 0.25,
    skills: [{ name: 'server', level: 3, needed: 1 }],
    eligible: true,
    reason: null,
    wouldBeChosen: false,
    ...more,
  })
  const bodies: unknown[] = []
  server.use(
    http.get('*/api/v1/tasks/a1/candidates', () =>
      HttpResponse.json({
        items: [
          person('w1', 'Ada', { wouldBeChosen: true }),
          person('w2', 'Alan', {}),
          person('w3', 'Grace', { eligible: false, reason: { code: 'OFFLINE', sentence: 'Is not here.' } }),
        ],
      }),
    ),
    http.post('*/api/v1/tasks/a1/assign', async ({ request }) => {
      bodies.push(await request.json())
      return HttpResponse.json(task({ status: 'ASSIGNED', assignee: 'w2', version: 5 }))
    }),
  )
  await show(<TaskInspector id="a1" />)
  await wait()
  await press('Assign by hand')
  expect(await screen.findByRole('radio', { name: /Grace.*Is not here/ })).toBeDisabled()
  expect(screen.getByRole('radio', { name: /Ada.*the strategy would choose/ })).toBeEnabled()
  await userEvent.click(screen.getByRole('radio', { name: /Alan/ }))
  await press('Assign to Alan')
  expect(screen.getByText(/Say why/)).toBeInTheDocument()
  expect(bodies).toEqual([])
  await userEvent.type(screen.getByLabelText('Reason'), 'Knows the site')
  await press('Assign to Alan')
  await waitFor(() => expect(bodies).toEqual([{ workerId: 'w2', reason: 'Knows the site' }]))
  await waitFor(() => expect(said()).toEqual(['Assigned Disk full to Alan']))
})

it('shows managers everything but actions', async () => {
  signedIn('MANAGER')
  await show(<TaskInspector id="a1" />)
  await wait()
  expect(screen.queryByRole('toolbar')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Cancel task' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Copy the link to the task' })).toBeInTheDocument()
})

it('says that there is no such task', async () => {
  server.use(http.get('*/api/v1/tasks/a1', () => refuse(404, 'not-found', 'no')))
  await show(<TaskInspector id="a1" />)
  expect(await screen.findByText('There is no such task')).toBeInTheDocument()
})
