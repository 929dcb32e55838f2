import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { show } from '@/testing/render'
import type { Queue } from './draft'
import type { Level } from './promises'
import QueueSettingsPage from './queue-settings-page'

const queue = (more: Partial<Queue> = {}): Queue => ({
  name: 'default',
  acceptance: 'AUTO',
  offerSeconds: 60,
  declineLimit: 3,
  dispositions: [],
  maxAttempts: 1,
  retrySeconds: 60,
  wrapUpSeconds: 0,
  shiftEnd: 'KEEP',
  version: 4,
  ...more,
})
const NOTHING: Level = {
  queue: 'default',
  calendar: 'always',
  riskPercent: 75,
  pauseOnHold: true,
  targets: [],
  escalations: [],
  version: 0,
}
let level = NOTHING
let refusal: object | undefined
let known = queue()
let others: Queue[] = []
let sent: { match: string | null; body: unknown }[] = []
const server = setupServer(
  http.get('*/api/v1/queues', () => HttpResponse.json({ items: [known, ...others] })),
  http.get('*/api/v1/queues/default/service-levels', () => HttpResponse.json(level)),
  http.get('*/api/v1/calendars', () =>
    HttpResponse.json({ items: [{ name: 'always' }, { name: 'office' }] }),
  ),
  http.put('*/api/v1/queues/default/service-levels', async ({ request }) => {
    const match = request.headers.get('If-Match')
    const body = (await request.json()) as Partial<Level>
    sent.push({ match, body })
    if (refusal) return HttpResponse.json(refusal, { status: 422 })
    level = { ...level, ...body, version: level.version + 1 }
    return HttpResponse.json(level)
  }),
  http.get('*/api/v1/skills', () => HttpResponse.json({ items: [{ name: 'network' }] })),
  http.get('*/api/v1/workers', () =>
    HttpResponse.json({ items: [{ id: 'ada', displayName: 'Ada' }], next: null }),
  ),
  http.get('*/api/v1/queues/default', () => HttpResponse.json(known)),
  http.patch('*/api/v1/queues/default', async ({ request }) => {
    const match = request.headers.get('If-Match')
    const body = (await request.json()) as Partial<Queue>
    sent.push({ match, body })
    if (match !== `"${known.version}"`)
      return HttpResponse.json({ code: 'version-mismatch', detail: 'read it again' }, { status: 412 })
    known = { ...known, ...body, version: known.version + 1 }
    return HttpResponse.json(known)
  }),
)
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  known = queue()
  others = []
  level = NOTHING
  refusal = undefined
  sent = []
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const set = async (label: string, value: string) => {
  const field = await screen.findByLabelText(label)
  await userEvent.clear(field)
  await userEvent.type(field, value)
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))

it('sends only what was changed, under the version that was opened; endings are lines', async () => {
  await show(<QueueSettingsPage />)
  await set('Attempts', '3')
  await set('Endings', 'Repaired{Enter} {Enter}Replaced{Enter}Repaired')
  await press('Save')
  await waitFor(() =>
    expect(sent).toEqual([
      { match: '"4"', body: { maxAttempts: 3, dispositions: ['Repaired', 'Replaced'] } },
    ]),
  )
})

it('sets how long a wrap-up takes, and what becomes of work when a shift ends', async () => {
  await show(<QueueSettingsPage />)
  await set('Seconds of wrap-up', '90')
  await userEvent.selectOptions(screen.getByLabelText('Work at the end of a shift'), 'Goes back to the queue')
  await press('Save')
  await waitFor(() =>
    expect(sent).toEqual([{ match: '"4"', body: { wrapUpSeconds: 90, shiftEnd: 'HAND_BACK' } }]),
  )
})

it.each(['0', '21', '1.5', 'x'])('sends no number that the server would refuse: %s', async (value) => {
  await show(<QueueSettingsPage />)
  await set('Attempts', value)
  expect(screen.getByLabelText('Attempts')).toBeInvalid()
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
})

it('tells what somebody else changed first, and applies mine on top of it', async () => {
  await show(<QueueSettingsPage />)
  await set('Attempts', '3')
  known = queue({ declineLimit: 7, version: 5 })
  await press('Save')
  const note = await screen.findByRole('alert')
  expect(note).toHaveTextContent('Refusals until it is decidedIt was3It is now7Yours3')
  expect(note).toHaveTextContent('AttemptsIt was1It is now1Yours3')
  await press('Apply mine')
  await waitFor(() => expect(known).toMatchObject({ declineLimit: 7, maxAttempts: 3, version: 6 }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})

it('takes theirs', async () => {
  await show(<QueueSettingsPage />)
  await set('Attempts', '3')
  known = queue({ maxAttempts: 9, version: 5 })
  await press('Save')
  await screen.findByRole('alert')
  await press('Take theirs')
  expect(screen.getByLabelText('Attempts')).toHaveValue(9)
  expect(screen.queryByRole('alert')).toBeNull()
  expect(sent).toHaveLength(1)
})

const promises = async () => within(await screen.findByRole('region', { name: 'Service levels of default' }))
const savePromises = () => press('Save the service levels')

it('takes spans as people write them, and says which it cannot read', async () => {
  await show(<QueueSettingsPage />)
  await promises()
  await set('Assigned within, P1', '15 min')
  await set('Resolved within, P1', '4')
  expect(screen.getByLabelText('Resolved within, P1')).toHaveAccessibleDescription(
    'Write it like 4 h or 90 min.',
  )
  expect(screen.getByRole('button', { name: 'Save the service levels' })).toBeDisabled()
  await set('Resolved within, P1', '1 h 30 min')
  await userEvent.selectOptions(screen.getByLabelText('Calendar'), 'office')
  await savePromises()
  await waitFor(() =>
    expect(sent).toEqual([
      {
        match: '"0"',
        body: {
          calendar: 'office',
          riskPercent: 75,
          pauseOnHold: true,
          targets: [{ priority: 'P1', assignSeconds: 900, firstActionSeconds: null, resolveSeconds: 5_400 }],
          escalations: [],
        },
      },
    ]),
  )
})

it('puts the steps in another order by keys, and keeps the focus on the step that moved', async () => {
  level = {
    ...NOTHING,
    escalations: [
      { kind: 'ASSIGN', at: 'RISK', action: 'RAISE_PRIORITY' },
      { kind: 'ASSIGN', at: 'BREACH', delaySeconds: 1_800, action: 'NOTIFY', roles: ['MANAGER'] },
      { kind: 'RESOLVE', at: 'BREACH', action: 'OVERFLOW', queue: 'second' },
    ],
  }
  others = [queue({ name: 'second' })]
  await show(<QueueSettingsPage />)
  await userEvent.click(await screen.findByText('default'))
  await promises()
  expect(screen.getByLabelText('Delay of step 2')).toHaveValue('30 min')
  const down = screen.getByRole('button', { name: 'Move down: step 1' })
  down.focus()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(screen.getByRole('button', { name: 'Move down: step 2' })).toHaveFocus())
  await userEvent.click(screen.getByRole('button', { name: 'Remove step 3' }))
  await savePromises()
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]?.body).toMatchObject({
    escalations: [
      { kind: 'ASSIGN', at: 'BREACH', delaySeconds: 1_800, action: 'NOTIFY', roles: ['MANAGER'] },
      { kind: 'ASSIGN', at: 'RISK', delaySeconds: 0, action: 'RAISE_PRIORITY' },
    ],
  })
})

it('sends what belongs to the action alone, and shows at its field what is refused', async () => {
  others = [queue({ name: 'second' })]
  await show(<QueueSettingsPage />)
  await userEvent.click(await screen.findByText('default'))
  await promises()
  await press('Add a step')
  await userEvent.selectOptions(screen.getByLabelText('Priority of step 1'), 'P1')
  await userEvent.selectOptions(screen.getByLabelText('Action of step 1'), 'move to a queue')
  await userEvent.selectOptions(screen.getByLabelText('Queue of step 1'), 'second')
  refusal = {
    code: 'rule-violated',
    detail: 'Refused.',
    errors: [{ pointer: '/escalations/0/queue', message: 'must not be second' }],
  }
  await savePromises()
  await waitFor(() =>
    expect(screen.getByLabelText('Queue of step 1')).toHaveAccessibleDescription('must not be second'),
  )
  expect(sent[0]?.body).toMatchObject({
    escalations: [{ kind: 'ASSIGN', at: 'RISK', delaySeconds: 0, action: 'OVERFLOW', queue: 'second' }],
  })
})
