import { expect, it } from 'vitest'
import { flowing, hold } from './hold'

interface Row {
  id: string
  text: string
}

const keyOf = (row: Row) => row.id
const rows = (...ids: string[]): Row[] => ids.map((id) => ({ id, text: id }))
const held = flowing(rows('a', 'b', 'c', 'd'), keyOf)
const marks = (shown: readonly { key: string; left: boolean }[]) =>
  shown.map((it) => (it.left ? `-${it.key}` : it.key)).join(' ')

it.each([
  ['the same', ['a', 'b', 'c', 'd'], 'a b c d', [0, 0, 0]],
  ['new ones, above and between', ['x', 'a', 'b', 'y', 'c', 'd'], 'a b c d', [2, 0, 0]],
  ['new ones below, which move nobody', ['x', 'a', 'b', 'c', 'd', 'y', 'z'], 'a b c d y z', [1, 0, 0]],
  [
    'new ones below, among them one that moved there',
    ['a', 'c', 'd', 'y', 'b', 'z'],
    'a b c d y z',
    [0, 1, 0],
  ],
  ['one that left', ['a', 'c', 'd'], 'a -b c d', [0, 0, 1]],
  ['one that moved to the top: the others did not', ['d', 'a', 'b', 'c'], 'a b c d', [0, 1, 0]],
  ['all turned round', ['d', 'c', 'b', 'a'], 'a b c d', [0, 3, 0]],
  ['everything at once', ['x', 'c', 'a', 'd'], 'a -b c d', [1, 1, 1]],
  ['nothing left', [], '-a -b -c -d', [0, 0, 4]],
])('keeps every row in its place: %s', (_, now, shown, [added, moved, left]) => {
  const result = hold(held, rows(...now), keyOf)
  expect(marks(result.shown)).toBe(shown)
  expect(result.pending).toEqual({ added, moved, left })
})

it('updates what a row says in place', () => {
  const changed = rows('a', 'b', 'c', 'd').map((row) => (row.id === 'b' ? { ...row, text: 'new' } : row))
  expect(hold(held, changed, keyOf).shown[1]).toEqual({
    key: 'b',
    row: { id: 'b', text: 'new' },
    left: false,
  })
})

it('takes the mark away when a row comes back', () => {
  const gone = hold(held, rows('a', 'c', 'd'), keyOf).shown
  expect(marks(hold(gone, rows('a', 'b', 'c', 'd'), keyOf).shown)).toBe('a b c d')
})
