import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { keepDraft } from '@/lib/drafts'
import { listeners } from '@/lib/live/live'
import { show } from '@/testing/render'
import Comments from './comments'

const AT = '2026-01-31T08:00:00Z'
const comment = (text: string, author = 'ada', ...mentions: string[]) => ({
  id: text,
  author: { id: author, name: author },
  at: AT,
  text,
  mentions: mentions.map((name) => ({ id: name, name })),
})
const PEOPLE = [
  { username: 'grace', displayName: 'Grace Hopper' },
  { username: 'greta', displayName: 'Greta Hall' },
]

let said: ReturnType<typeof comment>[] = []
const server = setupServer(
  http.get('*/api/v1/tasks/t1/comments', () => HttpResponse.json({ items: said, next: null })),
)
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  said = []
})
afterEach(() => {
  server.resetHandlers()
  keepDraft('comment t1', '')
})
afterAll(() => server.close())

const comments = () => show(<Comments taskId="t1" people={PEOPLE} />)
const field = () => screen.getByRole('textbox', { name: 'Say something about it' })

it('makes links of web addresses only, without the dot behind them, and opens them apart', async () => {
  said = [comment('See https://example.org/a?b=1. Not javascript:alert(1) nor <b>this</b>.')]
  await comments()
  const links = await screen.findAllByRole('link')
  expect(links.map((it) => it.getAttribute('href'))).toEqual(['https://example.org/a?b=1'])
  expect(links[0]).toHaveAttribute('rel', 'noopener noreferrer')
  expect(screen.getByText(/javascript:alert\(1\) nor <b>this<\/b>/)).toBeInTheDocument()
})

it('lets those stand out who were called, and no other name', async () => {
  said = [comment('@grace, ask @nobody or me@example.org', 'ada', 'grace')]
  await comments()
  expect(await screen.findByText('@grace')).toBeInTheDocument()
  expect(screen.queryByText('@nobody')).not.toBeInTheDocument()
})

it('offers people after an at sign; keys take one', async () => {
  await comments()
  await userEvent.type(field(), 'Dear @gr')
  const people = screen.getByRole('listbox', { name: 'Whom to call' })
  expect(within(people).getAllByRole('option')).toHaveLength(2)
  await userEvent.keyboard('{ArrowDown}{Enter}')
  expect(field()).toHaveValue('Dear @greta ')
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument()
  await userEvent.type(field(), 'and @hop')
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument()
  expect(field()).toHaveValue('Dear @greta and @hop')
})

it('shows what I say at once as on its way, then as the server has it', async () => {
  let arrive: () => void = () => undefined
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  server.use(
    http.post('*/api/v1/tasks/t1/comments', async ({ request }) => {
      const { text } = (await request.json()) as { text: string }
      await arrived
      said = [comment(text)]
      return HttpResponse.json(said[0], { status: 201 })
    }),
  )
  await comments()
  await userEvent.type(field(), 'It is the drum')
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  expect(await screen.findByText('On its way …')).toBeInTheDocument()
  expect(screen.getByText('It is the drum')).toBeInTheDocument()
  expect(field()).toHaveValue('')
  arrive()
  await waitFor(() => expect(screen.queryByText('On its way …')).not.toBeInTheDocument())
  expect(screen.getByText('ada')).toBeInTheDocument()
})

it('gives the text back when it is refused, and says why', async () => {
  server.use(
    http.post('*/api/v1/tasks/t1/comments', () =>
      HttpResponse.json(
        { code: 'validation-failed', detail: 'A character is not allowed.' },
        { status: 422 },
      ),
    ),
  )
  await comments()
  await userEvent.type(field(), 'It is the drum')
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('A character is not allowed.')
  expect(field()).toHaveValue('It is the drum')
})

it('shows what others say as soon as the feed tells of it', async () => {
  await comments()
  await screen.findByRole('list')
  said = [comment('Which floor?', 'avery')]
  const data = { taskId: 't1', title: 'Printer', author: 'avery', text: 'Which floor?' }
  act(() => {
    for (const hear of listeners.feed) hear({ seq: 1, at: AT, type: 'comment.added', data })
  })
  expect(await screen.findByText('Which floor?')).toBeInTheDocument()
})
