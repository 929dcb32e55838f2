import { expect, it } from 'vitest'
import { fitting } from './fitting'
import type { Column } from './types'

const column = (key: string, width: string, spare?: number): Column<object> => ({
  key,
  header: key,
  width,
  cell: () => key,
  ...(spare !== undefined && { spare }),
})
const columns = [
  column('title', 'minmax(180px, 2fr)'),
  column('skills', 'minmax(110px, 1fr)', 2),
  column('due', '112px', 1),
  column('attempts', '76px', 3),
]
const shown = (room: number, selectable = false) => fitting(columns, room, selectable).map((it) => it.key)

it('shows every column while there is room', () => {
  expect(shown(478)).toEqual(['title', 'skills', 'due', 'attempts'])
  expect(fitting(columns, 478, false)).toBe(columns)
})

it('leaves out the most dispensable first, and none more than needed', () => {
  expect(shown(477)).toEqual(['title', 'skills', 'due'])
  expect(shown(401)).toEqual(['title', 'due'])
  expect(shown(100)).toEqual(['title'])
})

it('counts the boxes for selecting', () => {
  expect(shown(478, true)).toEqual(['title', 'skills', 'due'])
})
