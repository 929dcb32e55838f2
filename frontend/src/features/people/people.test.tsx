import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Role, session } from '@/lib/session/session'
import { show } from '@/testing/render'
import CreatePerson from './create-person'
import PeoplePage from './people-page'
import PersonInspector from './person-inspector'
import type { Person } from './use-people'

const ADA: Person = {
  id: '0198c5a0-7d3e-7abc-8def-0123456789ab',
  username: 'ada',
  displayName: 'Ada Lovelace',
  skills: [{ name: 'network', level: 5 }],
  capacity: 2,
  region: null,
  presence: 'AVAILABLE',
  presenceSince: '2026-01-01T10:00:00Z',
  load: 1,
  overdue: false,
  busyShare: 0.62,
  version: 7,
  createdAt: '2026-01-01T09:00:00Z',
  current: [
    {
      assignmentId: 'a1',
      taskId: 't1',
      title: 'Mend the network',
      priority: 'P1',
      state: 'IN_PROGRESS',
      since: '2026-01-01T10:01:00Z',
      percent: 40,
    },
  ],
}

let stored: Person
let sent: { body: unknown; version: string | null }[]

const server = setupServer(
  http.get('*/api/v1/workers', ({ request }) => {
    const { searchParams } = new URL(request.url)
    const fits = searchParams.get('presence') === null || searchParams.get('presence') === stored.presence
    return HttpResponse.json({ items: fits ? [stored] : [], next: null })
  }),
  http.get('*/api/v1/workers/:id', () => HttpResponse.json(stored)),
  http.patch('*/api/v1/workers/:id', async ({ request }) => {
    const version = request.headers.get('If-Match')
    const body = (await request.json()) as Partial<Person>
    sent.push({ body, version })
    if (version !== `"${stored.version}"`) {
      return HttpResponse.json({ code: 'version-mismatch', detail: 'Another version.' }, { status: 412 })
    }
    stored = { ...stored, ...body, version: stored.version + 1 }
    return HttpResponse.json(stored)
  }),
  http.get('*/api/v1/skills', () => HttpResponse.json({ items: [{ name: 'network' }, { name: 'server' }] })),
  http.get('*/api/v1/statistics/fairness', () => HttpResponse.json({ items: [] })),
)

function signedIn(role: Role) {
  session.set({
    status: 'user',
    access: {
      token: 'token',
      expiresAt: Date.now() + 600_000,
      user: { id: 'u', username: 'somebody', displayName: 'Somebody', roles: [role] },
    },
  })
}

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  stored = ADA
  sent = []
  signedIn('ADMIN')
})
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const edit = async () => {
  const result = await show(<PersonInspector id={ADA.id} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }))
  return result
}
const fill = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save the changes' }))

it('repeats the filter when nobody matches, and clears it', async () => {
  const { router } = await show(<PeoplePage />, '/people?presence=BREAK&text=gra')
  expect(await screen.findByText('Nobody matches: Break, name with “gra”')).toBeInTheDocument()
  const [clear] = screen.getAllByRole('button', { name: 'Clear the filter' })
  await userEvent.click(clear as HTMLElement)
  expect(await screen.findByRole('grid', { name: 'People' })).toBeInTheDocument()
  expect(router.state.location.search).toEqual({})
})

it('says what kind of break it is, and that it should be over', async () => {
  stored = {
    ...ADA,
    presence: 'BREAK',
    presenceKind: 'LUNCH',
    presenceUntil: new Date(Date.now() - 5.5 * 60_000).toISOString(),
    overdue: true,
  }
  await show(<PersonInspector id={ADA.id} />)
  expect(await screen.findByText('Lunch, overdue by 5 min')).toBeInTheDocument()
})

it('puts the filter into the address', async () => {
  const { router } = await show(<PeoplePage />, '/people')
  await screen.findByRole('grid', { name: 'People' })
  await userEvent.selectOptions(screen.getByLabelText('Presence'), 'BREAK')
  fill('Filter by name', 'gra')
  await waitFor(() => expect(router.state.location.search).toEqual({ presence: 'BREAK', text: 'gra' }))
})

it('lets managers read only', async () => {
  signedIn('MANAGER')
  await show(
    <>
      <PeoplePage />
      <PersonInspector id={ADA.id} />
    </>,
  )
  expect(await screen.findByRole('heading', { name: 'Ada Lovelace' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Edit' })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Add a person' })).not.toBeInTheDocument()
})

it('leads from the work to the task', async () => {
  await show(<PersonInspector id={ADA.id} />)
  const task = await screen.findByRole('link', { name: 'Mend the network' })
  expect(task).toHaveAttribute('href', expect.stringMatching(/inspect=task(:|%3A)t1/))
  expect(screen.getByText('40% done')).toBeInTheDocument()
})

it('sends only what was changed, to the version that was open', async () => {
  await edit()
  fill(/Capacity/, '0')
  expect(screen.getByText('Capacity 0: gets nothing.')).toBeInTheDocument()
  await save()
  expect(await screen.findByRole('button', { name: 'Edit' })).toBeInTheDocument()
  expect(sent).toEqual([{ body: { capacity: 0 }, version: '"7"' }])
})

it('saves on top of a change that touches nothing of it', async () => {
  await edit()
  stored = { ...ADA, region: 'north', load: 2, version: 9 }
  fill('Displayed name', 'Ada Lovelace, Countess')
  await save()
  expect(await screen.findByRole('button', { name: 'Edit' })).toBeInTheDocument()
  expect(sent.map((it) => it.version)).toEqual(['"7"', '"9"'])
  expect(stored).toMatchObject({ displayName: 'Ada Lovelace, Countess', region: 'north' })
})

async function conflict() {
  await edit()
  stored = { ...ADA, region: 'south', version: 8 }
  fill('Region', 'north')
  fill('Displayed name', 'Ada Lovelace!')
  await save()
  const note = await screen.findByRole('alert')
  expect(within(note).getByText('everywhere')).toBeInTheDocument()
  expect(within(note).getByText('south')).toBeInTheDocument()
  expect(within(note).getByText('north')).toBeInTheDocument()
  expect(sent).toHaveLength(1)
}

it('shows what somebody else changed, and applies what was decided here', async () => {
  await conflict()
  await userEvent.click(screen.getByRole('button', { name: 'Apply mine' }))
  expect(await screen.findByRole('button', { name: 'Edit' })).toBeInTheDocument()
  expect(sent[1]).toEqual({ body: { displayName: 'Ada Lovelace!', region: 'north' }, version: '"8"' })
})

it('takes what somebody else decided, and keeps the rest', async () => {
  await conflict()
  await userEvent.click(screen.getByRole('button', { name: 'Take theirs' }))
  expect(screen.getByLabelText('Region')).toHaveValue('south')
  await save()
  expect(await screen.findByRole('button', { name: 'Edit' })).toBeInTheDocument()
  expect(sent[1]).toEqual({ body: { displayName: 'Ada Lovelace!' }, version: '"8"' })
})

it('adds a person, and shows at its field what the server refuses', async () => {
  const created: string[] = []
  let body: unknown
  server.use(
    http.post('*/api/v1/workers', () =>
      HttpResponse.json(
        { code: 'already-exists', detail: 'Taken.', errors: [{ pointer: '/username', message: 'Taken.' }] },
        { status: 409 },
      ),
    ),
  )
  await show(<CreatePerson close={() => undefined} created={(id) => created.push(id)} />)
  await screen.findByLabelText(/User name/)
  fill(/User name/, 'ada')
  fill(/^Password/, 'a long secret')
  await userEvent.click(screen.getByRole('button', { name: 'Add a skill' }))
  fill('Skill 1', 'welding')
  await userEvent.selectOptions(screen.getByLabelText('Level of welding'), '5')
  expect(await screen.findByText('New here, and made known by this: welding.')).toBeInTheDocument()
  const submit = screen.getByText('Add a person', { selector: 'button *' })
  await userEvent.click(submit)
  await waitFor(() => expect(screen.getByLabelText(/User name/)).toHaveAccessibleDescription('Taken.'))
  expect(screen.getByLabelText(/User name/)).toBeInvalid()

  server.use(
    http.post('*/api/v1/workers', async ({ request }) => {
      body = await request.json()
      return HttpResponse.json({ ...ADA, id: 'new' }, { status: 201 })
    }),
  )
  fill(/User name/, 'ada2')
  await userEvent.click(submit)
  await waitFor(() => expect(created).toEqual(['new']))
  expect(body).toEqual({
    username: 'ada2',
    password: 'a long secret',
    skills: [{ name: 'welding', level: 5 }],
  })
})
