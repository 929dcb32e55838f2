import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { show } from '@/testing/render'
import ServiceLevelsPage from './service-levels-page'

const late = {
  taskId: 't1',
  kind: 'ASSIGN',
  queue: 'default',
  priority: 'P1',
  state: 'BREACHED',
  targetSeconds: 900,
  targetAt: '2026-01-01T10:00:00Z',
  riskAt: '2026-01-01T09:55:00Z',
  remainingSeconds: -60,
  percent: 110,
  cause: 'NOBODY_PRESENT',
}
const kept = (kind: string, met: number, missed: number, queue = 'default') => ({
  queue,
  priority: 'P1',
  kind,
  met,
  missed,
  percent: Math.round((1000 * met) / (met + missed)) / 10,
})
let asked: URL[] = []
const server = setupServer(
  http.get('*/api/v1/queues', () => HttpResponse.json({ items: [{ name: 'default' }, { name: 'second' }] })),
  http.get('*/api/v1/tasks/t1', () => HttpResponse.json({ id: 't1', title: 'Disk full' })),
  http.get('*/api/v1/service-levels', ({ request }) => {
    const url = new URL(request.url)
    asked.push(url)
    return HttpResponse.json({
      items: url.searchParams.get('state') === 'BREACHED' ? [late] : [],
      next: null,
    })
  }),
  http.get('*/api/v1/service-levels/attainment', () =>
    HttpResponse.json({
      from: '',
      to: '',
      items: [kept('ASSIGN', 19, 1), kept('RESOLVE', 3, 1), kept('ASSIGN', 1, 1, 'second')],
    }),
  ),
)
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterAll(() => server.close())

it('lists what is broken with its cause, and leads to the task', async () => {
  const { router } = await show(<ServiceLevelsPage />)
  const broken = within(await screen.findByRole('region', { name: 'Broken now' }))
  expect(
    await broken.findByText('default · Assigned · Nobody who could do it was there.'),
  ).toBeInTheDocument()
  expect(await screen.findByText('No promise is at risk')).toBeInTheDocument()
  await userEvent.click(await broken.findByRole('button', { name: 'Disk full' }))
  expect(router.state.location.search).toEqual({ inspect: 'task:t1' })
})

it('says for each queue and priority how many promises were kept, of how many', async () => {
  await show(<ServiceLevelsPage />)
  const rows = await screen.findAllByRole('row')
  expect(rows[1]).toHaveTextContent('defaultP195% 19 of 20–75% 3 of 4')
  expect(rows).toHaveLength(3)
  asked = []
  await userEvent.selectOptions(screen.getByLabelText('Queue'), 'second')
  expect(await screen.findByText('1 of 2')).toBeInTheDocument()
  expect(screen.getAllByRole('row')).toHaveLength(2)
  expect(asked.every((it) => it.searchParams.get('queue') === 'second')).toBe(true)
})
