import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { show } from '@/testing/render'
import Report from './report'

const AT = '2026-01-31T08:00:00Z'
const dispute = (more: object) => ({
  id: 'd1',
  assignmentId: 'x1',
  title: 'Lens',
  reason: 'Ada was free',
  raisedAt: AT,
  ...more,
})
let mine: object[] = []
let sent: unknown[] = []
const server = setupServer(
  http.get('*/api/v1/me/disputes', () => HttpResponse.json({ items: mine, next: null })),
  http.post('*/api/v1/me/assignments/x1/dispute', async ({ request }) => {
    sent.push(await request.json())
    mine = [dispute({})]
    return HttpResponse.json(dispute({}), { status: 201 })
  }),
)
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  mine = []
  sent = []
})
afterAll(() => server.close())

it('reports a decision as wrong, once, and confirms it in place', async () => {
  await show(<Report assignmentId="x1" />)
  await userEvent.click(await screen.findByRole('button', { name: 'Report a wrong decision' }))
  const field = screen.getByRole('textbox', { name: /What is wrong/ })
  expect(field).toHaveFocus()
  expect(field).toHaveAttribute('maxlength', '500')
  await userEvent.type(field, 'Ada was free')
  await userEvent.click(screen.getByRole('button', { name: 'Send the report' }))
  expect(await screen.findByRole('status')).toHaveTextContent('Your report was sent.')
  expect(screen.getByText('Ada was free')).toBeInTheDocument()
  expect(screen.getByText('No answer yet.')).toBeInTheDocument()
  expect(screen.queryByRole('button')).toBeNull()
  expect(sent).toEqual([{ reason: 'Ada was free' }])
})

it('shows what was said already, and the answer', async () => {
  mine = [dispute({ answer: 'She was not', answeredBy: 'Max', answeredAt: AT })]
  await show(<Report assignmentId="x1" />)
  expect(await screen.findByText('She was not')).toBeInTheDocument()
  expect(screen.getByText(/^Max answered/)).toBeInTheDocument()
  expect(screen.queryByRole('button')).toBeNull()
})
