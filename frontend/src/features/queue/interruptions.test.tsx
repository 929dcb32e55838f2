import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { toasts } from '@/components/toast'
import { listenToKeys } from '@/lib/commands/shortcuts'
import { keepDraft } from '@/lib/drafts'
import { show } from '@/testing/render'
import TaskInspector from './task-inspector'
import { refuse, server, signedIn, task, withServer } from './testing'
import type { TaskView } from './work'

const AT = '2026-01-31T08:00:00Z'

withServer()
let stop: () => void
let sent: { verb: string; match: string | null; body: unknown }[] = []
beforeEach(() => {
  signedIn('ADMIN')
  toasts.set({ list: [] })
  sent = []
  stop = listenToKeys()
})
afterEach(() => {
  stop()
  for (const verb of ['hold', 'return', 'move', 'answer']) keepDraft(`${verb} a1`, '')
})

/** The task is so, and each verb makes of it what is given here. */
function knows(before: Partial<TaskView>, after: Partial<TaskView> = {}) {
  server.use(
    http.get('*/api/v1/tasks/a1', () => HttpResponse.json(task(before))),
    http.post('*/api/v1/tasks/a1/:verb', async ({ request, params }) => {
      const text = await request.text()
      sent.push({
        verb: String(params['verb']),
        match: request.headers.get('If-Match'),
        body: text === '' ? undefined : JSON.parse(text),
      })
      return HttpResponse.json(task({ ...before, ...after, version: 5 }))
    }),
  )
  return show(<TaskInspector id="a1" />)
}
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const write = async (name: RegExp, text: string) =>
  userEvent.type(await screen.findByRole('textbox', { name }), text)

it('puts a task on hold by keys, and resumes it by the same', async () => {
  await knows({}, { status: 'ON_HOLD', hold: { reason: 'Waits for the vendor', since: AT } })
  await screen.findByRole('toolbar')
  await userEvent.keyboard('{Shift>}l{/Shift}')
  await write(/What it waits for/, 'Waits for the vendor')
  await press('Put on hold')
  expect(await screen.findByText('On hold')).toBeInTheDocument()
  expect(screen.getByText('Waits for the vendor')).toBeInTheDocument()
  expect(sent).toEqual([{ verb: 'hold', match: '"4"', body: { reason: 'Waits for the vendor' } }])
  await userEvent.keyboard('{Shift>}l{/Shift}')
  await waitFor(() => expect(sent).toHaveLength(2))
  expect(sent[1]).toEqual({ verb: 'resume', match: '"5"', body: undefined })
})

it('keeps the reason when the server refuses', async () => {
  await knows({ status: 'IN_PROGRESS', assignee: 'w1' })
  server.use(http.post('*/api/v1/tasks/a1/return', () => refuse(409, 'illegal-transition', 'It is over.')))
  await press('Return …')
  await write(/Reason/, 'He is ill')
  await press('Return to the queue')
  expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was done.')
  expect(toasts.get().list.map((it) => it.text)).toEqual(['Disk full: It is over.'])
  expect(screen.getByRole('textbox', { name: /Reason/ })).toHaveValue('He is ill')
})

it('moves a task to another queue that is chosen', async () => {
  server.use(
    http.get('*/api/v1/queues', () => HttpResponse.json({ items: [{ name: 'default' }, { name: 'night' }] })),
  )
  await knows({}, { queue: 'night' })
  await press('Move …')
  await write(/Reason/, 'Belongs there')
  await press('Move')
  expect(await screen.findByRole('alert')).toHaveTextContent('Choose a queue.')
  await userEvent.selectOptions(await screen.findByLabelText('To the queue'), 'night')
  await press('Move')
  await waitFor(() =>
    expect(sent).toEqual([{ verb: 'move', match: '"4"', body: { queue: 'night', reason: 'Belongs there' } }]),
  )
})

it.each([
  [{ status: 'ON_HOLD', assignee: 'w1' } as const, ['Resume', 'Return …'], ['Move …', 'Hold …']],
  [{ status: 'ON_HOLD', assignee: null } as const, ['Resume', 'Move …'], ['Return …', 'Hold …']],
  [{ status: 'ASSIGNED', assignee: 'w1' } as const, ['Hold …', 'Return …'], ['Move …', 'Resume']],
  [{ status: 'QUEUED' } as const, ['Hold …', 'Move …'], ['Return …', 'Resume']],
])('offers what is possible for %j', async (before, possible, not) => {
  await knows(before)
  const bar = within(await screen.findByRole('toolbar'))
  for (const name of possible) expect(bar.getByRole('button', { name })).toBeInTheDocument()
  for (const name of not) expect(bar.queryByRole('button', { name })).toBeNull()
})

it('lets a manager answer whoever asks for help', async () => {
  signedIn('MANAGER')
  const bodies: unknown[] = []
  server.use(
    http.post('*/api/v1/tasks/a1/help/answer', async ({ request }) => {
      bodies.push(await request.json())
      server.use(http.get('*/api/v1/tasks/a1', () => HttpResponse.json(task({ version: 6 }))))
      return HttpResponse.json({}, { status: 201 })
    }),
  )
  await knows({ status: 'IN_PROGRESS', help: { reason: 'Which paper?', since: AT } })
  const help = await screen.findByRole('region', { name: 'Help is needed' })
  expect(help).toHaveTextContent('Which paper?')
  await press('Answer …')
  await write(/Answer/, 'The thick one')
  await press('Send the answer')
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Help is needed' })).toBeNull())
  expect(bodies).toEqual([{ text: 'The thick one' }])
})

it('says of a failed task when it is tried again, or that nobody does', async () => {
  const { unmount } = await knows({ status: 'FAILED', retryAt: '2026-01-31T09:00:00Z' })
  expect(await screen.findByText(/It is tried again by itself/)).toBeInTheDocument()
  unmount()
  server.use(http.get('*/api/v1/tasks/a1', () => HttpResponse.json(task({ status: 'FAILED' }))))
  await show(<TaskInspector id="a1" />)
  expect(await screen.findByText(/A dead letter/)).toBeInTheDocument()
})

it('tells every interruption in a sentence', async () => {
  const steps = [
    ['task.held', { reason: 'A part', until: '2026-01-31T09:30:00Z' }, /Put on hold until .*A part/],
    ['task.held', { reason: 'A part', until: null }, /^(?!.*until).*Put on hold/],
    ['task.resumed', {}, /Resumed/],
    ['task.released', { cause: 'RETURNED', reason: 'Not mine' }, /Returned to the queue.*Not mine/],
    ['task.released', { cause: 'TRANSFERRED' }, /Passed on by its holder/],
    ['task.released', { cause: 'HOLD_OVER' }, /its holder was not there/],
    ['task.released', { cause: 'UNDO' }, /Taken back, waits again/],
    ['task.moved', { fromQueue: 'default', queue: 'night' }, /Moved from default to night/],
    ['task.commented', { text: 'Which floor?' }, /Commented.*Which floor\?/],
    ['task.help-requested', { text: 'Which paper?' }, /Help asked for.*Which paper\?/],
    ['task.help-answered', { text: 'Thick' }, /Help answered.*Thick/],
    ['task.completed', { disposition: 'Replaced', comment: 'New' }, /Completed: Replaced.*New/],
    ['task.failed', { retryAt: '2026-01-31T09:30:00Z' }, /Failed; tried again at/],
  ] as const
  server.use(
    http.get('*/api/v1/tasks/a1/history', () =>
      HttpResponse.json({
        items: steps.map(([type, data], index) => ({
          version: index + 1,
          type,
          at: AT,
          actor: { id: null, name: 'ada' },
          data,
        })),
        next: null,
        chain: 'valid',
      }),
    ),
  )
  await knows({})
  const timeline = await screen.findByRole('region', { name: 'Timeline' })
  await within(timeline).findByText('Resumed')
  const lines = within(timeline)
    .getAllByRole('listitem')
    .map((it) => it.textContent)
  steps.forEach(([, , sentence], index) => {
    expect(lines[index]).toMatch(sentence)
  })
})
