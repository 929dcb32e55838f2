import { expect, it } from 'vitest'
import { changeOf, type Draft, merging } from './draft'

const { conflicting, merged } = merging

const before: Draft = {
  displayName: 'Ada',
  skills: [
    { name: 'network', level: 5 },
    { name: 'server', level: 1 },
  ],
  capacity: 1,
  region: '',
}
const reversed = [...before.skills].reverse()

it.each([
  ['nothing', {}, {}],
  ['spaces around', { displayName: ' Ada ', region: ' ' }, {}],
  ['the skills in another order', { skills: reversed }, {}],
  ['a level', { skills: [{ name: 'network', level: 4 }] }, { skills: [{ name: 'network', level: 4 }] }],
  ['a trimmed name', { skills: [{ name: ' x ', level: 1 }] }, { skills: [{ name: 'x', level: 1 }] }],
  ['two fields', { capacity: 0, region: ' north ' }, { capacity: 0, region: 'north' }],
])('sends only what was changed: %s', (_, change, sent) => {
  expect(changeOf(before, { ...before, ...change })).toEqual(sent)
})

it.each([
  ['another field', { region: 'north' }, { capacity: 2 }, []],
  ['the same field, to the same end', { capacity: 2 }, { capacity: 2 }, []],
  ['the same field, to different ends', { capacity: 3 }, { capacity: 2 }, ['capacity']],
  [
    'two of three',
    { capacity: 3, region: 'a', displayName: 'X' },
    { capacity: 2, region: 'b' },
    ['capacity', 'region'],
  ],
])('conflicts only where both decided: %s', (_, theirs, mine, fields) => {
  expect(conflicting(before, { ...before, ...theirs }, { ...before, ...mine })).toEqual(fields)
})

it('puts what was changed here on top of what was changed there', () => {
  const theirs = { ...before, region: 'north', capacity: 9 }
  const mine = { ...before, capacity: 2, displayName: 'Countess' }
  expect(merged(before, theirs, mine)).toEqual({ ...theirs, capacity: 2, displayName: 'Countess' })
})
