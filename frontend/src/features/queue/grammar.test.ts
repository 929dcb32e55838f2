import { expect, it } from 'vitest'
import { parseFilter, withoutTerm, withTerm } from './grammar'

const WAITING = { states: ['QUEUED'], priorities: [] }

it.each([
  ['', WAITING],
  ['   ', WAITING],
  ['p:1,2', { ...WAITING, priorities: ['P1', 'P2'] }],
  ['p:P3', { ...WAITING, priorities: ['P3'] }],
  ['P:1,1', { ...WAITING, priorities: ['P1'] }],
  ['state:waiting', WAITING],
  ['state:failed,cancelled', { ...WAITING, states: ['FAILED', 'CANCELLED'] }],
  ['state:open', { ...WAITING, states: ['QUEUED', 'OFFERED', 'ASSIGNED', 'IN_PROGRESS', 'ON_HOLD'] }],
  ['state:held', { ...WAITING, states: ['ON_HOLD'] }],
  ['skill:de', { ...WAITING, skill: 'de' }],
  ['skill:"service desk"', { ...WAITING, skill: 'service desk' }],
  ['queue:second-line category:mail', { ...WAITING, queue: 'second-line', category: 'mail' }],
  ['age:>10m', { ...WAITING, minAge: 600 }],
  ['age:>10min age:<2h', { ...WAITING, minAge: 600, maxAge: 7_200 }],
  ['age:<1d', { ...WAITING, maxAge: 86_400 }],
  ['due:<2h', { ...WAITING, due: 7_200 }],
  ['due:late', { ...WAITING, due: 0 }],
  ['who:none', { ...WAITING, who: 'none' }],
  ['who:grace by:admin', { ...WAITING, who: 'grace', by: 'admin' }],
  ['"disk full"', { ...WAITING, text: 'disk full' }],
  ['disk  full', { ...WAITING, text: 'disk full' }],
  ['text', { ...WAITING, text: 'text' }],
  [
    'p:1,2 state:waiting skill:de age:>10m who:none "text"',
    {
      states: ['QUEUED'],
      priorities: ['P1', 'P2'],
      skill: 'de',
      minAge: 600,
      who: 'none',
      text: 'text',
    },
  ],
])('reads %s', (source, filter) => {
  expect(parseFilter(source)).toMatchObject({ faults: [], filter })
  expect(Object.keys(parseFilter(source).filter).sort()).toEqual(Object.keys(filter).sort())
})

it.each([
  ['colour:red', 'key', { key: 'colour' }],
  ['p:6', 'value', { key: 'p', value: '6' }],
  ['p:1,', 'value', { key: 'p', value: '' }],
  ['state:asleep', 'value', { key: 'state', value: 'asleep' }],
  ['state:constructor', 'value', { value: 'constructor' }],
  ['p:1 p:2', 'twice', { key: 'p' }],
  ['age:>1m age:>2m', 'twice', { key: 'age' }],
  ['skill:', 'empty', { key: 'skill' }],
  ['skill:""', 'empty', { key: 'skill' }],
  ['age:10m', 'span', { value: '10m' }],
  ['age:>ten', 'span', { value: '>ten' }],
  ['due:>2h', 'span', { value: '>2h' }],
  ['"disk', 'quote', {}],
  ['skill:"de', 'quote', {}],
  ['x'.repeat(101), 'long', { most: '100' }],
])('says what is wrong with %s', (source, code, values) => {
  expect(parseFilter(source).faults).toMatchObject([{ code, values }])
})

it.each([
  ['', '1', 'p:1'],
  ['p:3', '1,2', 'p:1,2'],
  ['p:3 "disk full" skill:de', undefined, '"disk full" skill:de'],
  ['skill:"service desk"', '1', 'skill:"service desk" p:1'],
])('puts another priority into %s', (source, value, expected) => {
  expect(withTerm(source, 'p', value)).toBe(expected)
})

it('takes one word out', () => {
  const source = 'p:1  "disk full" skill:de'
  const rest = parseFilter(source).terms.map((it) => withoutTerm(source, it))
  expect(rest).toEqual(['"disk full" skill:de', 'p:1 skill:de', 'p:1 "disk full"'])
})
