import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { prefer } from '@/lib/preferences'
import { show } from '@/testing/render'
import { daysFrom, type Planned, partOf, shiftsOn, spanInWords } from './days'
import PlanPage from './plan-page'

const person = (displayName: string, more: Partial<Planned> = {}): Planned => ({
  workerId: displayName.toLowerCase(),
  displayName,
  presence: 'AVAILABLE',
  zone: 'UTC',
  shifts: [],
  vacations: [],
  ...more,
})
const desktop = window.matchMedia
let people: Planned[]
let asked: URLSearchParams
const server = setupServer(
  http.get('*/api/v1/schedule', ({ request }) => {
    asked = new URL(request.url).searchParams
    return HttpResponse.json({ items: people, next: null })
  }),
  http.get('*/api/v1/skills', () => HttpResponse.json({ items: [{ name: 'network' }] })),
)
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  prefer({ zone: 'UTC', clock: '24' })
  people = [
    person('Ada', { shifts: [{ from: '2026-12-01T22:00:00Z', until: '2026-12-02T06:00:00Z' }] }),
    person('Bob', { vacations: [{ from: '2026-11-30', to: '2026-12-04', note: 'Snow' }] }),
  ]
})
afterEach(() => {
  server.resetHandlers()
  vi.stubGlobal('matchMedia', desktop)
})
afterAll(() => server.close())

const WEEK = '/plan?on=2026-12-02'
const cellOf = async (name: string, day: number) => {
  const row = (await screen.findByRole('button', { name: `Schedule of ${name}` })).closest('tr')
  return within(row as HTMLElement).getAllByRole('cell')[day] as HTMLElement
}

it('shows a week from Monday: a night on both its days, a vacation on each of its days', async () => {
  await show(<PlanPage />, WEEK)
  expect(await cellOf('Ada', 1)).toHaveTextContent('22:00 – 06:00')
  expect(await cellOf('Ada', 2)).toHaveTextContent('until 06:00')
  expect(await cellOf('Ada', 3)).toBeEmptyDOMElement()
  expect(await cellOf('Bob', 0)).toHaveTextContent('Vacation: Snow')
  expect(await cellOf('Bob', 5)).toBeEmptyDOMElement()
  expect([asked.get('from'), asked.get('to')]).toEqual([
    '2026-11-30T00:00:00.000Z',
    '2026-12-07T00:00:00.000Z',
  ])
})

it('goes by weeks and by days, and keeps what is shown in the address', async () => {
  const { router } = await show(<PlanPage />, WEEK)
  await userEvent.click(await screen.findByRole('button', { name: 'Later' }))
  expect(await screen.findByText(/^Mon,? 7 Dec – Sun,? 13 Dec$/)).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Day' }))
  await userEvent.click(screen.getByRole('button', { name: 'Earlier' }))
  expect(await screen.findByText(/^Tue,? 8 Dec$/)).toBeInTheDocument()
  await userEvent.selectOptions(screen.getByLabelText('Skill'), 'network')
  await waitFor(() => expect(asked.get('skill')).toBe('network'))
  expect(router.state.location.search).toEqual({ on: '2026-12-08', view: 'day', skill: 'network' })
})

it('leads to the schedule of a person', async () => {
  const { router } = await show(<PlanPage />, WEEK)
  await userEvent.click(await screen.findByRole('button', { name: 'Schedule of Ada' }))
  expect(router.state.location.search).toMatchObject({ inspect: 'schedule:ada' })
})

it('lists on a phone, for each day, only those who work or are away', async () => {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('max-width'),
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
  await show(<PlanPage />, WEEK)
  const tuesday = within(await screen.findByRole('region', { name: /^Tue,? 1 Dec$/ }))
  expect(tuesday.getAllByRole('listitem').map((it) => it.textContent)).toEqual([
    expect.stringContaining('22:00 – 06:00'),
    expect.stringContaining('Vacation: Snow'),
  ])
  const sunday = within(screen.getByRole('region', { name: /^Sun,? 6 Dec$/ }))
  expect(sunday.getByText('Nobody is planned')).toBeInTheDocument()
})

it('says that nobody matches, and clears the filter', async () => {
  people = []
  const { router } = await show(<PlanPage />, '/plan?text=zzz')
  await userEvent.click(await screen.findByRole('button', { name: 'Clear the filter' }))
  expect(router.state.location.search).toEqual({})
})

it.each([
  ['Europe/Berlin', '2026-03-29', 23],
  ['Europe/Berlin', '2026-10-25', 25],
  ['Asia/Kolkata', '2026-03-29', 24],
])('knows how long a day is in %s on %s', (zone, date, hours) => {
  const [day = { date: '', from: 0, until: 0 }] = daysFrom(date, 1, zone)
  expect((day.until - day.from) / 3_600_000).toBe(hours)
  expect(partOf(day, day.until)).toBe(1)
})

it('puts a shift on the days of whoever looks', () => {
  const [day = { date: '', from: 0, until: 0 }] = daysFrom('2026-12-02', 1, 'Asia/Kolkata')
  const span = { from: '2026-12-01T18:00:00Z', until: '2026-12-01T19:00:00Z' }
  expect(shiftsOn(person('Ada', { shifts: [span] }), day)).toEqual([span])
  prefer({ zone: 'Asia/Kolkata' })
  expect(spanInWords(span, day)).toBe('until 00:30')
})
