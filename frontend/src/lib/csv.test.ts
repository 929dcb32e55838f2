import { expect, it } from 'vitest'
import { csvOf } from './csv'

it.each([
  ['a, b', '"a, b"'],
  ['say "yes"', '"say ""yes"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['@here', "'@here"],
  [-1.5, '-1.5'],
  [null, ''],
  ['plain', 'plain'],
])('writes %j as %j', (value, written) => {
  expect(csvOf([], [[value]])).toBe(`${written}\r\n`)
})

it('begins with its notes', () => {
  expect(
    csvOf(
      ['Times in UTC'],
      [
        ['a', 'b'],
        [1, 2],
      ],
    ),
  ).toBe('# Times in UTC\r\na,b\r\n1,2\r\n')
})
