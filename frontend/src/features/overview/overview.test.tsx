import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { BacklogPanel } from './backlog-panel'
import { FairnessPanel } from './fairness-panel'
import { flowOf } from './flow'
import { FlowTable } from './flow-table'
import OverviewPage from './overview-page'
import { shownOfAddress } from './overview-search'
import type { Group } from './use-overview'
import { WaitsPanel } from './waits-panel'

// its lines are for the eye; what they show is in the table
vi.mock('./chart', () => ({ default: () => null }))

const people = (shares: number[]): Group => ({
  skill: 'network',
  people: shares.length,
  jain: 0.8,
  gini: 0.25,
  mean: 0.5,
  low: 0.2,
  high: 0.7,
  persons: shares.map((busyShare, index) => ({
    workerId: `w${index}`,
    username: `u${index}`,
    displayName: `Person ${index}`,
    busyShare,
  })),
})

const spread = (count: number) => ({
  count,
  p50: count > 0 ? 61 : null,
  p90: count > 0 ? 120 : null,
  p95: count > 0 ? 3_600 : null,
})
const waits = (count: number) => ({
  from: '2026-03-01T04:00:00Z',
  until: '2026-03-01T12:00:00Z',
  sample: count,
  cut: false,
  throughput: { completed: 1, failed: 0, perHour: 1 },
  items: ['P1', 'P2', 'P3', 'P4', 'P5'].map((priority) => ({
    priority,
    waiting: spread(priority === 'P1' ? count : 0),
    handling: spread(0),
  })),
})

const asked: string[] = []
const server = setupServer(
  http.get('*/api/v1/statistics/waits', ({ request }) => {
    asked.push(new URL(request.url).search)
    return HttpResponse.json(waits(3))
  }),
  http.get('*/api/v1/statistics/series', ({ request }) => {
    asked.push(new URL(request.url).search)
    return HttpResponse.json({
      points: [
        {
          at: '2026-03-01T11:59:00Z',
          waiting: 4,
          assigned: 1,
          inProgress: 2,
          created: null,
          completed: 1,
          failed: 0,
        },
        {
          at: '2026-03-01T12:00:00Z',
          waiting: 9,
          assigned: 1,
          inProgress: 2,
          created: 6,
          completed: 1,
          failed: 0,
        },
      ],
    })
  }),
  http.get('*/api/v1/statistics/fairness', () =>
    HttpResponse.json({ items: [people([0.1, 0.3, 0.5, 0.6, 0.9])] }),
  ),
  http.get('*/api/v1/statistics', () =>
    HttpResponse.json({
      at: '2026-03-01T12:00:00Z',
      total: 12,
      byStatus: { QUEUED: 9, COMPLETED: 3 },
      byPriority: { P1: 9 },
      byQueue: { default: { QUEUED: { P1: 5 }, COMPLETED: { P2: 3 } }, other: { QUEUED: { P1: 4 } } },
      writer: { commits: 1, events: 1 },
    }),
  ),
)

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const names = () =>
  within(screen.getByRole('list', { name: 'Busy shares with network' }))
    .getAllByRole('link')
    .map((it) => it.textContent)

it('orders five people by their share, marks who is outside the band, and says what the figures mean', async () => {
  await show(<FairnessPanel skill={undefined} choose={() => undefined} />)
  expect(await screen.findByText('The work is spread fairly evenly.')).toBeInTheDocument()
  expect(names()).toEqual(['Person 4', 'Person 3', 'Person 2', 'Person 1', 'Person 0'])
  expect(screen.getByText('above the band')).toBeInTheDocument()
  expect(screen.getByText('below the band')).toBeInTheDocument()
  expect(screen.getByText(/As even as if 4 of 5 people/)).toBeInTheDocument()
  expect(screen.getByText(/differ by 25 percentage points/)).toBeInTheDocument()
})

it('ranks nobody among fewer than five', async () => {
  server.use(
    http.get('*/api/v1/statistics/fairness', () => HttpResponse.json({ items: [people([0.1, 0.9, 0.5])] })),
  )
  await show(<FairnessPanel skill="gone" choose={() => undefined} />)
  expect(await screen.findByText(/Only 3 people with this skill/)).toBeInTheDocument()
  expect(names()).toEqual(['Person 0', 'Person 1', 'Person 2'])
  expect(screen.queryByText('Jain index')).not.toBeInTheDocument()
  expect(screen.queryByText('above the band')).not.toBeInTheDocument()
})

it('shows waits in words with their sample, and leads to the tasks', async () => {
  await show(<WaitsPanel range={8} />)
  const row = (await screen.findAllByRole('row'))[2] as HTMLElement
  expect(row).toHaveTextContent('P131 min 1 s2 min1 h0–––')
  const href = decodeURIComponent(within(row).getByRole('link').getAttribute('href') ?? '').replaceAll(
    '+',
    ' ',
  )
  expect(href).toBe('/queue?q=p:1 state:assigned,running,completed,failed')
})

it('says that nothing was assigned in the range', async () => {
  server.use(http.get('*/api/v1/statistics/waits', () => HttpResponse.json(waits(0))))
  await show(<WaitsPanel range={1} />)
  expect(await screen.findByText('Nothing was assigned in the last hour.')).toBeInTheDocument()
})

it('shows the range of the address, and changes it', async () => {
  const { router } = await show(<OverviewPage />, '/overview?range=24')
  expect(await screen.findByText('+5 since')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Last 24 hours' })).toHaveAttribute('aria-pressed', 'true')
  expect(asked).toEqual(expect.arrayContaining(['?hours=24', '?minutes=2880']))
  await userEvent.click(screen.getByRole('button', { name: 'Last hour' }))
  expect(router.state.location.search).toMatchObject({ range: 1 })
})

it('has a table for the charts, and tells what was not counted from what did not happen', async () => {
  const point = { waiting: 4, assigned: 1, inProgress: 2, completed: 1, failed: 0 }
  const points = [
    { ...point, at: '2026-03-01T11:58:00Z', created: null },
    { ...point, at: '2026-03-01T12:00:00Z', created: 0 },
  ]
  await show(
    <FlowTable flow={{ ...flowOf(points, 1, 1), buckets: flowOf(points, 1, 1).buckets.slice(-3) }} />,
  )
  const rows = (await screen.findAllByRole('row')).slice(1)
  expect(rows.map((it) => within(it).getAllByRole('cell')[3]?.textContent)).toEqual(['0', '–', '–'])
  expect(rows.map((it) => within(it).getAllByRole('cell')[0]?.textContent)).toEqual(['4', '–', '4'])
})

it('adds up the queues, and each number leads to its tasks', async () => {
  await show(<BacklogPanel />)
  const row = (await screen.findByText('Queued')).closest('tr') as HTMLElement
  expect(
    within(row)
      .getAllByRole('cell')
      .map((it) => it.textContent),
  ).toEqual(['9', '0', '0', '0', '0', '9'])
  const [first] = within(row).getAllByRole('link')
  expect(decodeURIComponent(first?.getAttribute('href') ?? '')).toMatch(/q=p:1[ +]state:waiting/)
})

it('exports what is shown, and says what it is', async () => {
  const files: Blob[] = []
  URL.createObjectURL = (file: Blob) => {
    files.push(file)
    return 'blob:x'
  }
  URL.revokeObjectURL = () => undefined
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  await show(<WaitsPanel range={8} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Export as CSV: Waiting and handling' }))
  const lines = ((await files[0]?.text()) ?? '').split('\r\n')
  expect(lines[0]).toContain('zone')
  expect(lines[1]).toBe('# Last 8 hours')
  expect(lines[4]).toBe('P1,3,61,120,3600,0,,,')
})

it.each([
  [{}, { range: 8 }],
  [
    { range: 24, skill: 'x', table: true },
    { range: 24, skill: 'x', table: true },
  ],
  [{ range: 7, skill: {}, table: 'no' }, { range: 8 }],
])('reads the address %j as %j', (address, shown) => {
  expect(shownOfAddress.parse(address)).toEqual(shown)
})
