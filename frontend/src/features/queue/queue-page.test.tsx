import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, it, vi } from 'vitest'
import { listenToKeys } from '@/lib/commands/shortcuts'
import { prefer } from '@/lib/preferences'
import { show } from '@/testing/render'
import QueuePage from './queue-page'
import { server, signedIn, task, withServer } from './testing'

withServer()
beforeEach(() => {
  signedIn('ADMIN')
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1_400)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(800)
})

const heads = async () =>
  within(await screen.findByRole('grid'))
    .getAllByRole('columnheader')
    .map((it) => it.textContent)
    .filter((it) => it !== '')

/** What the browser says before it opens a popover; jsdom has none. */
const toggled = (newState: string) =>
  Object.assign(new Event('beforetoggle', { bubbles: false }), { newState })

/** The parameters of every list of tasks that was asked for. */
function lists() {
  const asked: Record<string, string>[] = []
  server.use(
    http.get('*/api/v1/tasks', ({ request }) => {
      asked.push(Object.fromEntries(new URL(request.url).searchParams))
      return HttpResponse.json({ items: [task()], next: null })
    }),
  )
  return asked
}

it('shows what waits in the order of the server, with the reason', async () => {
  await show(<QueuePage />, '/queue')
  expect(await heads()).toEqual([
    'Place',
    'Priority',
    'Task',
    'Category',
    'Skills',
    'Why it waits',
    'Waiting',
    'Due',
    'Promise',
    'Attempts',
  ])
  expect(screen.getByText('storage')).toBeInTheDocument()
  expect(await screen.findByText('Everybody who could take this task is busy.')).toBeInTheDocument()
  expect(screen.getByText('→ P2')).toBeInTheDocument()
})

it('says how long the oldest waits of how long it can, and tells of each kind of work', async () => {
  const oldest = (title: string, more: object) => ({
    taskId: title,
    title,
    requiredSkills: ['server'],
    region: null,
    waitingSince: '2026-01-31T08:00:00Z',
    waitedSeconds: 11_400,
    older: 3,
    turnsPerHour: 2.5,
    boundSeconds: 148_800,
    ...more,
  })
  const items = [oldest('Disk full', {}), oldest('Lens', { boundSeconds: null, turnsPerHour: null })]
  server.use(http.get('*/api/v1/queues/default/bound', () => HttpResponse.json({ items })))
  await show(<QueuePage />, '/queue')
  await userEvent.click(
    await screen.findByRole('button', { name: 'Longest wait 3 h 10 min of at most 1 day 17 h' }),
  )
  const table = within(await screen.findByRole('dialog', { name: 'The longest waits of default' }))
  expect(
    table.getByRole('row', { name: /Disk full server – 3 h 10 min 1 day 17 h 3 2\.5/ }),
  ).toBeInTheDocument()
  expect(table.getByRole('row', { name: /Lens/ })).toHaveTextContent(/Not known: nobody is at work/)
})

it('leaves out what can be spared where there is no room, but nothing that somebody chose', async () => {
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800)
  const { unmount } = await show(<QueuePage />, '/queue')
  expect(await heads()).toEqual(['Place', 'Priority', 'Task', 'Why it waits', 'Waiting', 'Due'])
  unmount()
  await show(<QueuePage />, '/queue?columns=queue,reason,createdBy,attempts')
  expect(await heads()).toEqual(['Priority', 'Task', 'Category', 'Why it waits', 'Attempts', 'Created by'])
})

it('shows the columns that are chosen, writes them into the address, and remembers them', async () => {
  const { router, unmount } = await show(<QueuePage />, '/queue')
  await screen.findByRole('grid')
  await userEvent.click(screen.getByRole('button', { name: 'Columns' }))
  fireEvent(document.querySelector('[role=dialog][aria-label=Columns]') as Element, toggled('open'))
  await userEvent.click(screen.getByRole('checkbox', { name: 'Skills', hidden: true }))
  await waitFor(async () => expect(await heads()).not.toContain('Skills'))
  const columns = 'position,queue,state,reason,assignee,since,due,promise,attempts'
  expect(router.state.location.search).toMatchObject({ columns })
  unmount()
  await show(<QueuePage />, '/queue')
  expect(await heads()).not.toContain('Skills')
  prefer({ queueColumns: undefined })
})

it('asks for what the filter in the address says', async () => {
  const asked = lists()
  const q = 'p:1 skill:server age:>10m who:none "disk"'
  await show(<QueuePage />, `/queue?q=${encodeURIComponent(q)}`)
  expect(await heads()).toContain('Assignee')
  expect(asked[0]).toEqual({
    status: 'QUEUED',
    priority: 'P1',
    skill: 'server',
    minAgeSeconds: '600',
    unassigned: 'true',
    text: 'disk',
    sort: 'priority',
    size: '200',
  })
  expect(screen.getByRole('combobox')).toHaveValue(q)
  expect(
    within(screen.getByRole('list', { name: 'What the filter says' })).getAllByRole('listitem'),
  ).toHaveLength(5)
})

it('writes what is typed into the address, and takes chips out of it', async () => {
  lists()
  const { router } = await show(<QueuePage />, '/queue')
  await screen.findByRole('grid')
  await userEvent.type(screen.getByRole('combobox'), 'p:1{Enter}')
  await waitFor(() => expect(router.state.location.search).toMatchObject({ q: 'p:1' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Remove Priority: 1' }))
  await waitFor(() => expect(router.state.location.search).toMatchObject({ q: '' }))
})

it('says in words what is wrong, and asks for nothing', async () => {
  const asked = lists()
  await show(<QueuePage />, '/queue?q=p%3A9')
  expect(await screen.findByText('“9” is nothing that p knows. It knows: 1, 2, 3, 4, 5.')).toBeInTheDocument()
  expect(asked).toEqual([])
})

it('repeats a filter that nothing matches, and says how many there are without the state', async () => {
  server.use(
    http.get('*/api/v1/tasks', () => HttpResponse.json({ items: [], next: null })),
    http.get('*/api/v1/tasks/facets', () =>
      HttpResponse.json({ total: 0, byStatus: { COMPLETED: 3 }, byPriority: {}, byQueue: {} }),
    ),
  )
  await show(<QueuePage />, '/queue?q=p%3A1')
  expect(await screen.findByText('No task matches Priority: 1')).toBeInTheDocument()
  expect(await screen.findByText('3 tasks in any state match the rest of the filter.')).toBeInTheDocument()
})

it('sets the priority of the row that has the focus, by keys', async () => {
  const stop = listenToKeys()
  const bodies: unknown[] = []
  server.use(
    http.post('*/api/v1/tasks/a1/priority', async ({ request }) => {
      bodies.push([request.headers.get('If-Match'), await request.json()])
      return HttpResponse.json(task({ priority: 'P1', version: 5 }))
    }),
  )
  await show(<QueuePage />, '/queue')
  const cell = await screen.findByText('Disk full')
  cell.closest<HTMLElement>('[role=row]')?.focus()
  await userEvent.keyboard('p1')
  await waitFor(() => expect(bodies).toEqual([['"4"', { priority: 'P1' }]]))
  stop()
})

it('lets managers look, and select nothing', async () => {
  signedIn('MANAGER')
  await show(<QueuePage />, '/queue')
  await screen.findByRole('grid')
  expect(screen.queryByRole('checkbox')).toBeNull()
})
