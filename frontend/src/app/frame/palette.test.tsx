import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Role, session } from '@/lib/session/session'
import { show } from '@/testing/render'
import { findersFor } from '../pages'
import { overlay } from './overlay'
import Palette from './palette'

const TASK = {
  id: '01a2205f-aaa7-72db-829f-50783a1a5984',
  title: 'Disk full',
  priority: 'P2',
  status: 'QUEUED',
}
const asked: string[] = []
const server = setupServer(
  http.get('*/api/v1/workers', ({ request }) => {
    asked.push(request.url)
    return HttpResponse.json({ items: [{ id: 'w1', displayName: 'Grace Disk', presence: 'AVAILABLE' }] })
  }),
  http.get('*/api/v1/tasks', ({ request }) => {
    asked.push(request.url)
    return HttpResponse.json({ items: [TASK], next: null })
  }),
  http.get('*/api/v1/tasks/:id', ({ params }) =>
    params['id'] === TASK.id
      ? HttpResponse.json(TASK)
      : HttpResponse.json({ status: 404, code: 'not-found', detail: 'No.' }, { status: 404 }),
  ),
  http.get('*/api/v1/me/views', () =>
    HttpResponse.json({ items: [{ id: 'v1', name: 'Disks first', page: 'queue', query: 'q=disk' }] }),
  ),
)
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  asked.splice(0)
  signIn('ADMIN')
  overlay.set({ open: 'palette' })
})
afterEach(() => {
  server.resetHandlers()
  overlay.set({ open: undefined })
})
afterAll(() => server.close())

function signIn(role: Role) {
  const user = { id: 'me', username: 'me', displayName: 'Me', roles: [role] }
  session.set({ status: 'user', access: { token: 't', expiresAt: Date.now() + 600_000, user } })
}
const search = async (text: string) => {
  await userEvent.click(await screen.findByRole('textbox'))
  await userEvent.paste(text)
}

it.each([
  ['Disk full', `/?inspect=${encodeURIComponent(`task:${TASK.id}`)}`],
  ['Grace Disk', `/?inspect=${encodeURIComponent('worker:w1')}`],
  ['Disks first', '/queue?q=disk'],
])('finds tasks, people and saved views; %s opens at %s', async (name, address) => {
  const { router } = await show(<Palette finders={findersFor(session.get().access?.user)} />)
  await search('disk')
  await userEvent.click(await screen.findByText(name))
  await waitFor(() =>
    expect(decodeURIComponent(router.state.location.href)).toBe(decodeURIComponent(address)),
  )
  expect(asked.map((it) => new URL(it).searchParams.get('text'))).toEqual(['disk', 'disk'])
})

it('finds a task by its id', async () => {
  await show(<Palette finders={findersFor(session.get().access?.user)} />)
  await search(TASK.id)
  expect(await screen.findByText('Disk full')).toBeVisible()
})

it('says why something could not be looked for', async () => {
  server.use(
    http.get('*/api/v1/tasks', () =>
      HttpResponse.json(
        { status: 503, code: 'unavailable', detail: 'The database is away.' },
        { status: 503 },
      ),
    ),
  )
  await show(<Palette finders={findersFor(session.get().access?.user)} />)
  await search('disk')
  expect(await screen.findByText('The database is away.')).toBeVisible()
  expect(await screen.findByText('Grace Disk')).toBeVisible()
})

it('looks for nothing that the role may not see', async () => {
  signIn('EMPLOYEE')
  await show(<Palette finders={findersFor(session.get().access?.user)} />)
  await search('disk')
  expect(await screen.findByText('Nothing has these words.')).toBeVisible()
  expect(asked).toEqual([])
})
