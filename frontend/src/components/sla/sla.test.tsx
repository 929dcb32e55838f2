import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { show } from '@/testing/render'
import SlaCell from './sla-cell'
import TaskPromises from './task-promises'

const HOUR = 3_600_000
const clock = (taskId: string, kind: string, state: string, inHours: number, more: object = {}) => ({
  taskId,
  kind,
  queue: 'default',
  priority: 'P1',
  state,
  targetSeconds: 14_400,
  targetAt: new Date(Date.now() + inHours * HOUR + 30_000).toISOString(),
  riskAt: new Date(Date.now() + (inHours - 1) * HOUR).toISOString(),
  remainingSeconds: inHours * 3_600,
  percent: 50,
  ...more,
})
let items: object[] = []
let asked: string[][] = []
const server = setupServer(
  http.get('*/api/v1/tasks/:id/service-level', () => HttpResponse.json({ items })),
  http.post('*/api/v1/service-levels/of', async ({ request }) => {
    const { taskIds } = (await request.json()) as { taskIds: string[] }
    asked.push(taskIds)
    return HttpResponse.json({ items })
  }),
)
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => {
  asked = []
})
afterAll(() => server.close())

it('says of each promise in words how it stands, and why it was broken', async () => {
  items = [
    clock('t', 'ASSIGN', 'MET', -3),
    clock('t', 'FIRST_ACTION', 'BREACHED', -1.5, { cause: 'ALL_BUSY' }),
    clock('t', 'RESOLVE', 'RUNNING', 3),
  ]
  await show(<TaskPromises taskId="t" />)
  const promises = within(await screen.findByRole('region', { name: 'What is promised' }))
  const [assigned, begun, resolved] = promises.getAllByRole('listitem')
  expect(assigned).toHaveTextContent('Assignedkept')
  expect(begun).toHaveTextContent('Begunbroken 1 h 29 min ago')
  expect(begun).toHaveTextContent('Everybody who could do it was busy.')
  expect(resolved).toHaveTextContent('Resolveddue in 3 h')
})

it('says nothing where nothing is promised', async () => {
  items = []
  const { container } = await show(<TaskPromises taskId="t" />)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(within(container).queryByRole('region')).toBeNull()
})

it('asks once for all the rows of a list, and shows in each what presses most', async () => {
  items = [
    clock('a', 'RESOLVE', 'RUNNING', 5),
    clock('a', 'ASSIGN', 'AT_RISK', 0.5),
    clock('b', 'RESOLVE', 'PAUSED', 2),
  ]
  await show(
    <>
      {['a', 'b', 'c'].map((it) => (
        <p key={it}>
          <SlaCell taskId={it} />
        </p>
      ))}
    </>,
  )
  expect(await screen.findByText('at risk, due in 30 min')).toBeInTheDocument()
  expect(screen.getByText('paused, 2 h left')).toBeInTheDocument()
  expect(screen.queryByText('due in 5 h')).toBeNull()
  expect(asked).toEqual([['a', 'b', 'c']])
})
