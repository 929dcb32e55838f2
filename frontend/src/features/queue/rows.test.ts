import { expect, it } from 'vitest'
import { parseFilter } from './grammar'
import { applyChanges, type Change, type Row } from './rows'

const row = (id: string, more: Partial<Row> = {}): Row => ({
  id,
  title: `Task ${id}`,
  priority: 'P3',
  status: 'QUEUED',
  queue: 'default',
  skills: [],
  since: '2026-01-31T08:00:00Z',
  version: 1,
  assignee: null,
  category: null,
  dueAt: null,
  attempt: 0,
  createdBy: 'admin',
  ...more,
})
const change = (taskId: string, more: Partial<Change> = {}): Change => ({
  taskId,
  title: `Task ${taskId}`,
  priority: 'P3',
  status: 'QUEUED',
  queue: 'default',
  workerId: null,
  version: 2,
  ...more,
})
const pages = [
  { items: [row('a'), row('b')], next: 'x' },
  { items: [row('c', { version: 5 })], next: null },
]
const apply = (filter: string, ...changes: Change[]) =>
  applyChanges(pages, changes, parseFilter(filter).filter)
const ids = (result: ReturnType<typeof apply>) =>
  result.pages.flatMap((page) => page.items.map((it) => it.id)).join('')

it('takes out what left, and leaves the other pages as they are', () => {
  const result = apply('', change('a', { status: 'ASSIGNED', workerId: 'w' }))
  expect(ids(result)).toBe('bc')
  expect(result.moved).toBe(false)
  expect(result.pages[1]).toBe(pages[1])
})

it('changes cells in place when the task still belongs there', () => {
  const result = apply('state:open', change('a', { status: 'ASSIGNED', workerId: 'w' }))
  expect(ids(result)).toBe('abc')
  expect(result.pages[0]?.items[0]).toMatchObject({ status: 'ASSIGNED', assignee: 'w', version: 2 })
  expect(result.pages[0]?.items[1]).toBe(pages[0]?.items[1])
})

it.each([
  ['another priority', '', change('a', { priority: 'P1' }), true],
  ['a task that is new to it', '', change('n'), true],
  ['a task that the filter leaves out', '', change('n', { status: 'COMPLETED' }), false],
  ['a priority that the filter leaves out', 'p:3', change('n', { priority: 'P1' }), false],
  ['another queue', 'queue:default', change('n', { queue: 'other' }), false],
  ['a change of the title alone', '', change('a', { title: 'New' }), false],
])('asks the server for the order after %s: %s', (_, filter, it, moved) => {
  expect(apply(filter, it).moved).toBe(moved)
})

it('drops what is older than the row', () => {
  const result = apply('', change('c', { status: 'COMPLETED', version: 5 }))
  expect(ids(result)).toBe('abc')
})

it('takes the newest of several changes, whatever their order', () => {
  const result = apply(
    'state:any',
    change('a', { status: 'IN_PROGRESS', version: 4 }),
    change('a', { status: 'ASSIGNED', version: 3 }),
  )
  expect(result.pages[0]?.items[0]).toMatchObject({ status: 'IN_PROGRESS', version: 4 })
})
