import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { Problem } from '@/lib/api/problem'
import { show } from '@/testing/render'
import { Panel } from './panel'

const query = (it: { data?: string[]; error?: Error; updated?: number }) => ({
  data: it.data,
  error: it.error ?? null,
  dataUpdatedAt: it.updated ?? Date.now(),
  refetch: vi.fn<() => Promise<never>>(),
})

const panel = (state: ReturnType<typeof query>) => (
  <Panel title="Tasks" query={state} isEmpty={(it) => it.length === 0} empty="Nothing waits.">
    {(it) => it.join(', ')}
  </Panel>
)

it('shows that it is loading, under its name', async () => {
  await show(panel(query({})))
  expect(screen.getByRole('region', { name: 'Tasks' })).toBeInTheDocument()
  expect(screen.getByRole('status', { name: 'Loading Tasks' })).toBeInTheDocument()
})

it('shows what there is, and that there is nothing', async () => {
  const { unmount } = await show(panel(query({ data: ['a', 'b'] })))
  expect(screen.getByText('a, b')).toBeInTheDocument()
  unmount()
  await show(panel(query({ data: [] })))
  expect(screen.getByText('Nothing waits.')).toBeInTheDocument()
})

it('says what happened, with retry and reference', async () => {
  const state = query({ error: new Problem(503, { detail: 'The database is away.', traceId: '4bf9' }) })
  await show(panel(state))
  expect(screen.getByRole('alert')).toHaveTextContent('The database is away.')
  expect(screen.getByText('Reference 4bf9')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(state.refetch).toHaveBeenCalledOnce()
})

it('keeps what was there when a later answer fails, and says how old it is', async () => {
  await show(
    panel(query({ data: ['a'], error: Problem.unreachable(undefined), updated: Date.now() - 65_000 })),
  )
  expect(screen.getByText('a')).toBeInTheDocument()
  expect(screen.getByText(/These figures are 1 min old/)).toBeInTheDocument()
})
