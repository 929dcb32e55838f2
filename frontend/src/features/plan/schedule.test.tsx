import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { prefer } from '@/lib/preferences'
import { type Role, session } from '@/lib/session/session'
import { show } from '@/testing/render'
import type { Planned } from './schedule'
import ScheduleInspector from './schedule-inspector'

const NOTHING: Planned = { zone: 'UTC', weekly: [], vacations: [], extra: [], shifts: [], version: 0 }
const LATE = { from: '2026-11-30T09:00:00Z', until: '2026-11-30T17:00:00Z' }

let stored: Planned
let sent: { body: unknown; version: string | null }[]
const server = setupServer(
  http.get('*/api/v1/workers/ada', () => HttpResponse.json({ id: 'ada', displayName: 'Ada' })),
  http.get('*/api/v1/workers/ada/schedule', () => HttpResponse.json(stored)),
  http.post('*/api/v1/schedule/preview', async ({ request }) => {
    const { weekly } = (await request.json()) as Planned
    const wrong = weekly.findIndex((it) => it.from === it.until)
    if (wrong < 0) return HttpResponse.json({ shifts: weekly.length > 0 ? [LATE] : [] })
    const errors = [{ pointer: `/weekly/${wrong}/until`, message: 'must be another time than from' }]
    return HttpResponse.json({ code: 'rule-violated', detail: 'Refused.', errors }, { status: 422 })
  }),
  http.put('*/api/v1/workers/ada/schedule', async ({ request }) => {
    const version = request.headers.get('If-Match')
    const body = (await request.json()) as Planned
    sent.push({ body, version })
    if (version !== `"${stored.version}"`)
      return HttpResponse.json({ code: 'version-mismatch', detail: 'Another version.' }, { status: 412 })
    stored = { ...stored, ...body, version: stored.version + 1 }
    return HttpResponse.json(stored)
  }),
)
const signedIn = (role: Role) => {
  const user = { id: 'me', username: 'me', displayName: 'Me', roles: [role] }
  session.set({ status: 'user', access: { token: 't', expiresAt: Date.now() + 600_000, user } })
}
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  stored = NOTHING
  sent = []
  signedIn('ADMIN')
  prefer({ zone: 'UTC', clock: '24' })
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))
const fill = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

it('plans a week by keys alone, each shift on the day after the last, and sends it as a whole', async () => {
  await show(<ScheduleInspector id="ada" />)
  const add = await screen.findByRole('button', { name: 'Add a weekly shift' })
  add.focus()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(screen.getByLabelText('Day of shift 1')).toHaveFocus())
  add.focus()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByLabelText('Day of shift 2')).toHaveValue('TUESDAY')
  fill('End of shift 2', '13:00')
  fill(/^Time zone/, 'Europe/Berlin')
  await press('Save the schedule')
  await waitFor(() =>
    expect(sent).toEqual([
      {
        version: '"0"',
        body: {
          zone: 'Europe/Berlin',
          weekly: [
            { day: 'MONDAY', from: '09:00', until: '17:00' },
            { day: 'TUESDAY', from: '09:00', until: '13:00' },
          ],
          vacations: [],
          extra: [],
        },
      },
    ]),
  )
  expect(await screen.findByText('Nothing is changed.')).toBeInTheDocument()
})

it('shows what would come of it before it is saved, and at its field what is wrong', async () => {
  await show(<ScheduleInspector id="ada" />)
  const preview = within(await screen.findByRole('region', { name: 'The next 14 days' }))
  expect(preview.getByText('No shifts are planned')).toBeInTheDocument()
  await press('Add a weekly shift')
  expect((await preview.findByText(/30 Nov/)).closest('li')).toHaveTextContent('09:00 – 17:00')
  fill('End of shift 1', '09:00')
  await waitFor(() => expect(screen.getByLabelText('End of shift 1')).toBeInvalid())
  expect(screen.getByLabelText('End of shift 1')).toHaveAccessibleDescription(
    'must be another time than from',
  )
  expect(sent).toEqual([])
})

it('asks for the days of a vacation before it is sent', async () => {
  await show(<ScheduleInspector id="ada" />)
  await press('Add a vacation')
  expect(screen.getByRole('button', { name: 'Save the schedule' })).toBeDisabled()
  fill('First day of vacation 1', '2026-12-21')
  expect(screen.getByLabelText('Last day of vacation 1')).toHaveValue('2026-12-21')
  fill('Note on vacation 1', 'Snow')
  await press('Save the schedule')
  await waitFor(() =>
    expect(sent[0]?.body).toMatchObject({
      vacations: [{ from: '2026-12-21', to: '2026-12-21', note: 'Snow' }],
    }),
  )
})

it('keeps a vacation that somebody else has planned meanwhile, and asks only where both planned the same', async () => {
  await show(<ScheduleInspector id="ada" />)
  await press('Add a weekly shift')
  const theirs = [{ from: '2026-12-24', to: '2026-12-26', note: null }]
  stored = { ...NOTHING, vacations: theirs, version: 1 }
  await press('Save the schedule')
  await waitFor(() => expect(stored.version).toBe(2))
  expect(stored.vacations).toEqual(theirs)
  expect(await screen.findByLabelText('First day of vacation 1')).toHaveValue('2026-12-24')

  fill('End of shift 1', '18:00')
  stored = { ...stored, weekly: [], version: 7 }
  await press('Save the schedule')
  const note = await screen.findByRole('alert')
  expect(note).toHaveTextContent('Every weekIt wasMon 09:00 – 17:00It is nownoneYoursMon 09:00 – 18:00')
  await press('Take theirs')
  expect(screen.queryByLabelText('Day of shift 1')).toBeNull()
})

it('lets a manager read what is planned', async () => {
  signedIn('MANAGER')
  stored = { ...NOTHING, weekly: [{ day: 'FRIDAY', from: '22:00', until: '06:00' }], version: 3 }
  await show(<ScheduleInspector id="ada" />)
  expect(await screen.findByText('Fri 22:00 – 06:00')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Save the schedule' })).toBeNull()
})
