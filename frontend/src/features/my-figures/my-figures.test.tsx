import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { prefer } from '@/lib/preferences'
import { show } from '@/testing/render'
import MyFiguresPage from './my-figures-page'

let shifts: object[] = []
let vacations: object[] = []
let share: object | null = null
let disputes: object[] = []
const server = setupServer(
  http.get('*/api/v1/me/disputes', () => HttpResponse.json({ items: disputes, next: null })),
  http.get('*/api/v1/me/schedule', () =>
    HttpResponse.json({ zone: 'Europe/Berlin', weekly: [], vacations, extra: [], shifts, version: 1 }),
  ),
  http.get('*/api/v1/me/figures', () =>
    HttpResponse.json({
      from: '2026-01-31T00:00:00Z',
      completed: 12,
      failed: 1,
      busySeconds: 3_600,
      presentSeconds: 7_200,
      medianHandleSeconds: 740,
      share,
    }),
  ),
)
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterAll(() => server.close())

it('says why there is no band', async () => {
  share = null
  await show(<MyFiguresPage />)
  expect(await screen.findByText('Fewer than five colleagues share your skills')).toBeInTheDocument()
  expect(screen.getByText('50% of the time at work')).toBeInTheDocument()
  expect(screen.getByText('12 min 20 s')).toBeInTheDocument()
})

it.each([
  [0.42, 'as busy as most'],
  [0.2, 'less busy than most'],
  [0.6, 'busier than most'],
])('says where a share of %s stands', async (mine, words) => {
  share = { mine, low: 0.35, high: 0.51, median: 0.44, people: 8 }
  await show(<MyFiguresPage />)
  expect(await screen.findByRole('img', { name: /Your share/ })).toBeInTheDocument()
  expect(screen.getByText(/the middle of your group is between 35% and 51%/)).toBeInTheDocument()
  expect(screen.getByText(new RegExp(words))).toBeInTheDocument()
})

it('lists the shifts that are planned, in my zone, and says when there are none', async () => {
  prefer({ zone: 'Europe/Berlin', clock: '24' })
  shifts = [{ from: '2026-11-30T08:00:00Z', until: '2026-11-30T16:30:00Z' }]
  const { unmount } = await show(<MyFiguresPage />)
  expect((await screen.findByText(/^Mon/)).closest('li')).toHaveTextContent(/30.* 09:00 – 17:30$/)
  unmount()
  shifts = []
  await show(<MyFiguresPage />)
  expect(await screen.findByText('No shifts are planned')).toBeInTheDocument()
})

it('lists the vacations that are not over', async () => {
  vacations = [
    { from: '2020-07-01', to: '2020-07-14', note: null },
    { from: '2099-12-24', to: '2099-12-31', note: 'Snow' },
  ]
  await show(<MyFiguresPage />)
  const items = within(await screen.findByRole('list', { name: 'Vacations' })).getAllByRole('listitem')
  expect(items.map((it) => it.textContent)).toEqual([expect.stringMatching(/24 Dec – .*31 Dec \(Snow\)/)])
})

it('lists what I reported as wrong, with the answers', async () => {
  const at = '2026-01-31T08:00:00Z'
  const one = { id: 'a', title: 'Lens', reason: 'Ada was free', raisedAt: at }
  disputes = [
    { ...one, answer: 'She was not', answeredBy: 'Max', answeredAt: at },
    { ...one, id: 'b' },
  ]
  await show(<MyFiguresPage />)
  const list = await screen.findByRole('list', { name: 'What you reported as wrong' })
  const [first, second] = within(list).getAllByRole('listitem')
  expect(first).toHaveTextContent(/Lens.*Ada was free.*Max answered.*She was not/)
  expect(second).toHaveTextContent(/Ada was free.*No answer yet/)
})
