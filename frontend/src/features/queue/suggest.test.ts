import { expect, it } from 'vitest'
import { complete, placeAt, suggestions } from './suggest'

const known = {
  skills: ['network', 'service desk'],
  queues: ['default', 'second-line'],
  people: ['grace', 'ada'],
}
const at = (marked: string) => {
  const caret = marked.indexOf('|')
  const source = marked.replace('|', '')
  return { source, place: placeAt(source, caret) }
}

it.each([
  ['s|', ['state:', 'skill:']],
  ['p:1 q|', ['queue:']],
  ['p:|', ['p:1', 'p:2', 'p:3', 'p:4', 'p:5']],
  ['state:w|', ['state:waiting']],
  ['state:failed,c|', ['state:failed,completed', 'state:failed,cancelled']],
  ['skill:s|', ['skill:"service desk"']],
  ['skill:"ser|', ['skill:"service desk"']],
  ['who:g| p:1', ['who:grace']],
  ['age:>1|', ['age:>10m', 'age:>1h']],
  ['p:1|', []],
  ['category:|', []],
  ['disk|', []],
])('offers for %s', (marked, expected) => {
  expect(suggestions(at(marked).place, known)).toEqual(expected)
})

it.each([
  ['s|', 'skill:', 'skill:', 6],
  ['p:1 state:w|', 'state:waiting', 'p:1 state:waiting ', 18],
  ['who:g| p:1', 'who:grace', 'who:grace p:1', 10],
  ['skill:"ser| p:1', 'skill:"service desk"', 'skill:"service desk" p:1', 21],
])('completes %s by %s', (marked, suggestion, text, caret) => {
  const { source, place } = at(marked)
  expect(complete(source, place, suggestion)).toEqual({ text, caret })
})
