import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { listenToKeys } from '@/lib/commands/shortcuts'
import { show } from '@/testing/render'
import { type Column, LiveTable } from './index'

interface Row {
  id: string
  title: string
}

const cell = vi.fn((it: Row) => it.title)
const COLUMNS: Column<Row>[] = [
  { key: 'title', header: 'Title', width: '1fr', cell, value: (it) => it.title },
]
const rows = (...ids: string[]): Row[] => ids.map((id) => ({ id, title: `Task ${id}` }))
const keyOf = (row: Row) => row.id
const nameOf = (row: Row) => row.title

let change: (rows: Row[], question?: string) => void
let stop: () => void
const opened = vi.fn<(row: Row) => void>()

function Example({ first }: { first: Row[] }) {
  const [list, setList] = useState(first)
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const [question, setQuestion] = useState('all')
  change = (it, about = question) =>
    act(() => {
      setList(it)
      setQuestion(about)
    })
  return (
    <LiveTable
      label="Tasks"
      question={question}
      rows={list}
      rowKey={keyOf}
      rowName={nameOf}
      columns={COLUMNS}
      card={nameOf}
      selection={{ keys, change: setKeys }}
      onOpen={opened}
    />
  )
}

beforeEach(() => {
  // a window of 600 px, which jsdom does not lay out
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800)
  HTMLElement.prototype.scrollTo = vi.fn<() => void>()
  opened.mockClear()
  stop = listenToKeys()
})
afterEach(() => stop())

const grid = () => screen.getByRole('grid', { name: 'Tasks' })
const list = () =>
  within(grid())
    .getAllByRole('row')
    .slice(1)
    .map(
      (row) =>
        `${row.dataset['left'] ? '-' : ''}${row.textContent?.match(/Task (\w\w?)(?=has|$)/)?.[0].slice(5)}`,
    )
    .join(' ')
const row = (id: string) => screen.getByText(`Task ${id}`).closest<HTMLElement>('[role=row]') as HTMLElement
const pill = () => screen.queryByRole('button', { name: /: show$/ })
const aim = () => fireEvent.pointerEnter(grid().parentElement as HTMLElement, { pointerType: 'mouse' })
const leave = () => fireEvent.pointerLeave(grid().parentElement as HTMLElement)

it('follows at once while nobody aims', async () => {
  await show(<Example first={rows('a', 'b')} />)
  change(rows('c', 'b'))
  expect(list()).toBe('c b')
  expect(pill()).toBeNull()
})

it('holds still under the pointer, counts what came, and shows it on leaving', async () => {
  await show(<Example first={rows('a', 'b', 'c')} />)
  aim()
  change([{ id: 'n', title: 'Task n' }, ...rows('c', 'a')])
  expect(list()).toBe('a -b c')
  expect(pill()).toHaveTextContent('1 new, 1 moved, 1 left: show')
  leave()
  expect(list()).toBe('n c a')
})

it('shows the first rows at once, wherever the pointer is: nobody aims at none', async () => {
  await show(<Example first={[]} />)
  aim()
  change(rows('a'))
  expect(list()).toBe('a')
  expect(pill()).toBeNull()
  change(rows('b', 'a'))
  expect(list()).toBe('a')
})

it('shows the answer to another question at once, wherever the pointer is', async () => {
  await show(<Example first={rows('a', 'b')} />)
  aim()
  change(rows('g', 'b'), 'another')
  expect(list()).toBe('g b')
  change(rows('h', 'g', 'b'))
  expect(list()).toBe('g b')
})

it('shows what came by the pill, and holds on from there', async () => {
  await show(<Example first={rows('a')} />)
  aim()
  change(rows('b', 'a'))
  fireEvent.click(pill() as HTMLElement)
  expect(list()).toBe('b a')
  change(rows('c', 'b', 'a'))
  expect(list()).toBe('b a')
})

it('changes what a held row says in place', async () => {
  await show(<Example first={rows('a', 'b')} />)
  aim()
  change([{ id: 'b', title: 'Task bb' }, ...rows('a')])
  expect(list()).toBe('a bb')
})

it('holds still while a row is selected', async () => {
  await show(<Example first={rows('a', 'b')} />)
  fireEvent.click(screen.getByRole('checkbox', { name: 'Select Task b' }))
  change(rows('c', 'a', 'b'))
  expect(list()).toBe('a b')
  expect(screen.getByText('1 selected')).toBeInTheDocument()
  fireEvent.click(screen.getByRole('checkbox', { name: 'Select Task b' }))
  expect(list()).toBe('c a b')
})

it('holds still while a row has the focus, and when scrolled from the top', async () => {
  await show(<Example first={rows('a', 'b')} />)
  act(() => row('b').focus())
  change(rows('c', 'a', 'b'))
  expect(list()).toBe('a b')
  act(() => row('b').blur())
  expect(list()).toBe('c a b')

  const scroll = grid().parentElement as HTMLElement
  scroll.scrollTop = 40
  fireEvent.scroll(scroll)
  change(rows('d', 'c', 'a', 'b'))
  expect(list()).toBe('c a b')
  scroll.scrollTop = 0
  fireEvent.scroll(scroll)
  expect(list()).toBe('d c a b')
})

it('grows at its end while it is scrolled, and holds what has come there', async () => {
  await show(<Example first={rows('a', 'b')} />)
  const scroll = grid().parentElement as HTMLElement
  scroll.scrollTop = 40
  fireEvent.scroll(scroll)
  change(rows('a', 'b', 'c', 'd'))
  expect(list()).toBe('a b c d')
  expect(pill()).toBeNull()
  change(rows('a', 'd', 'b', 'c'))
  expect(list()).toBe('a b c d')
  expect(pill()).toHaveTextContent('1 moved')
})

it('has one stop for the tab key, moved by the keys', async () => {
  const user = userEvent.setup()
  await show(<Example first={rows('a', 'b', 'c')} />)
  const stops = () =>
    within(grid())
      .getAllByRole('row')
      .filter((it) => it.tabIndex === 0)
  expect(stops()).toEqual([row('a')])
  await user.keyboard('j')
  await vi.waitFor(() => expect(row('a')).toHaveFocus())
  await user.keyboard('j')
  await vi.waitFor(() => expect(row('b')).toHaveFocus())
  await user.keyboard('{ArrowDown}')
  await vi.waitFor(() => expect(row('c')).toHaveFocus())
  await user.keyboard('k{Enter}')
  expect(opened).toHaveBeenLastCalledWith({ id: 'b', title: 'Task b' })
  expect(stops()).toEqual([row('b')])
})

it('selects by x, a range with Shift, and all', async () => {
  const user = userEvent.setup()
  await show(<Example first={rows('a', 'b', 'c', 'd')} />)
  await user.keyboard('j')
  await vi.waitFor(() => expect(row('a')).toHaveFocus())
  await user.keyboard('x')
  expect(screen.getByText('1 selected')).toBeInTheDocument()
  await user.keyboard('{ArrowDown}')
  await vi.waitFor(() => expect(row('b')).toHaveFocus())
  await user.keyboard('{ArrowDown}')
  await vi.waitFor(() => expect(row('c')).toHaveFocus())
  await user.keyboard('{Shift>}X{/Shift}')
  expect(screen.getByText('3 selected')).toBeInTheDocument()
  await user.keyboard('{Control>}a{/Control}')
  expect(screen.getByText('4 selected')).toBeInTheDocument()
  await user.keyboard('{Escape}')
  expect(screen.queryByText(/selected/)).toBeNull()
})

it('keeps the focus on its row when rows come above it', async () => {
  await show(<Example first={rows('a', 'b')} />)
  act(() => row('b').focus())
  change(rows('x', 'y', 'a', 'b'))
  fireEvent.click(pill() as HTMLElement)
  expect(list()).toBe('x y a b')
  expect(row('b')).toHaveFocus()
  expect(row('b')).toHaveAttribute('aria-rowindex', '5')
})

it.each(['flowing', 'held'])('renders only the row that changed: %s', async (how) => {
  const before = rows('a', 'b', 'c')
  await show(<Example first={before} />)
  if (how === 'held') aim()
  const edited = (title: string) => {
    cell.mockClear()
    change(before.map((it) => (it.id === 'b' ? { ...it, title } : it)))
    return cell.mock.calls.map(([row]) => row.id)
  }
  expect(new Set(edited('Task b1'))).toEqual(new Set(['b']))
  expect(new Set(edited('Task b2'))).toEqual(new Set(['b']))
})

it('says how many rows there are, and draws only those in sight', async () => {
  await show(<Example first={rows(...Array.from({ length: 10_000 }, (_, i) => `t${i}`))} />)
  expect(grid()).toHaveAttribute('aria-rowcount', '10001')
  expect(within(grid()).getAllByRole('row').length).toBeLessThan(60)
})
