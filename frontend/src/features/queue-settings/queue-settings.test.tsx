import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { show } from '@/testing/render'
import type { Queue } from './draft'
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
let known = queue()
let sent: { match: string | null; body: unknown }[] = []
const server = setupServer(
  http.get('*/api/v1/queues', () => HttpResponse.json({ items: [known] })),
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
