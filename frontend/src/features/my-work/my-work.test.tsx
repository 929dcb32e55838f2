import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { show } from '@/testing/render'
import { asCsv } from './csv'
import { filterSchema, NO_FILTERS } from './filters'
import MyWorkPage from './my-work-page'
import { type Assignment, fetchAll } from './use-my-work'

const AT = '2026-01-31T08:00:00Z'
const ended = (title: string, comment: string): Assignment => ({
  id: `of ${title}`,
  taskId: title,
  state: 'COMPLETED',
  attempt: 1,
  percent: 100,
  assignedAt: AT,
  startedAt: AT,
  closedAt: '2026-01-31T08:04:12Z',
  comment,
  task: {
    id: title,
    title,
    priority: 'P2',
    status: 'COMPLETED',
    queue: 'default',
    requiredSkills: [],
    minSkillLevel: 1,
    metadata: {},
    createdBy: 'avery',
    createdAt: AT,
    updatedAt: AT,
    attempt: 1,
    version: 3,
  },
})

const asked: URLSearchParams[] = []
const server = setupServer(
  http.get('*/api/v1/me/assignments', ({ request }) => {
    const query = new URL(request.url).searchParams
    asked.push(query)
    const second = query.get('cursor') === 'more'
    return HttpResponse.json({
      items: query.get('outcome') === 'FAILED' ? [] : [second ? ended('Two', 'b') : ended('One', 'a')],
      next: second || query.get('outcome') === 'FAILED' ? null : 'more',
    })
  }),
)
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => asked.splice(0))
afterAll(() => server.close())

it('asks as the address says, and a day in the zone of the reader', async () => {
  const { router } = await show(<MyWorkPage />, '/?outcome=FAILED&from=2026-01-30&to=2026-01-31')
  await userEvent.type(await screen.findByRole('searchbox'), 'disk{Enter}')
  expect(
    await screen.findByText('Nothing matches: Failed, From 2026-01-30, Until 2026-01-31, “disk”'),
  ).toBeVisible()
  expect(router.state.location.href).not.toContain('disk')
  const query = Object.fromEntries(asked.at(-1) ?? [])
  expect(query).toMatchObject({ state: 'closed', outcome: 'FAILED', text: 'disk' })
  expect(Date.parse(query['before'] ?? '') - Date.parse(query['from'] ?? '')).toBe(2 * 86_400_000)
})

it('forgets what was looked for when the page is left', async () => {
  const { unmount } = await show(<MyWorkPage />)
  await userEvent.type(await screen.findByRole('searchbox'), 'disk{Enter}')
  await waitFor(() => expect(asked.at(-1)?.get('text')).toBe('disk'))
  unmount()
  await show(<MyWorkPage />)
  expect(await screen.findByRole('searchbox')).toHaveValue('')
})

it('puts a choice into the address', async () => {
  const { router } = await show(<MyWorkPage />)
  await userEvent.selectOptions(await screen.findByLabelText('Outcome'), 'Failed')
  expect(await screen.findByText('Nothing matches: Failed')).toBeVisible()
  expect(router.state.location.search).toMatchObject({ outcome: 'FAILED' })
})

it('takes a broken address for no filter', () => {
  expect(filterSchema.parse({ outcome: 'DONE', from: 'yesterday', to: 7 })).toEqual({
    outcome: undefined,
    from: undefined,
    to: undefined,
  })
})

it('exports all pages, quoted, and nothing that a spreadsheet would run', async () => {
  const loaded = vi.fn<(n: number) => void>()
  const all = await fetchAll(NO_FILTERS, loaded)
  expect(all.map((it) => it.task.title)).toEqual(['One', 'Two'])
  expect(loaded.mock.calls.flat()).toEqual([1, 2])
  const [head, row] = asCsv([ended('Disk, full', '=HYPERLINK("x")')]).split('\r\n')
  expect(head).toBe(
    'assignmentId,taskId,title,priority,queue,category,outcome,comment,assignedAt,startedAt,closedAt,durationSeconds',
  )
  expect(row).toContain('"Disk, full",P2,default,,COMPLETED,"\'=HYPERLINK(""x"")",')
  expect(row).toMatch(/,252$/)
})
