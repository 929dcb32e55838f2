import { isKey, KEYS, type Key, quote, STATES } from './grammar'

/** What can be completed at the place where one types. */
export interface Place {
  from: number
  to: number
  /** Undefined while the key itself is typed. */
  key: Key | undefined
  typed: string
}

/** The word around the caret. */
export function placeAt(source: string, caret: number): Place {
  const before = source.slice(0, caret)
  const from = caret - (/(?:[a-z]+:)?"[^"]*$|\S*$/i.exec(before)?.[0].length ?? 0)
  const to = caret + (/^\S*/.exec(source.slice(caret))?.[0].length ?? 0)
  const word = source.slice(from, caret)
  const colon = word.indexOf(':')
  const key = word.slice(0, Math.max(colon, 0)).toLowerCase()
  return isKey(key)
    ? { from, to, key, typed: word.slice(colon + 1).replaceAll('"', '') }
    : { from, to, key: undefined, typed: word }
}

export interface Known {
  skills: readonly string[]
  queues: readonly string[]
  people: readonly string[]
}

/** What may stand there, as whole words; the last of several values is the one that is completed. */
export function suggestions({ key, typed }: Place, known: Known): string[] {
  const last = typed.slice(typed.lastIndexOf(',') + 1).toLowerCase()
  const head = typed.slice(0, typed.lastIndexOf(',') + 1)
  const fitting = (values: readonly string[]) =>
    values.filter((it) => it.toLowerCase().startsWith(last) && it.toLowerCase() !== last)
  if (key === undefined) return fitting(KEYS.map((it) => `${it}:`))
  const all: Record<Key, readonly string[]> = {
    p: ['1', '2', '3', '4', '5'],
    state: Object.keys(STATES),
    skill: known.skills,
    queue: known.queues,
    who: ['none', ...known.people],
    age: ['>10m', '>1h', '>8h', '<5m'],
    due: ['late', '<1h', '<8h', '<1d'],
    category: [],
    by: [],
  }
  const several = key === 'p' || key === 'state'
  return fitting(all[key]).map((it) => `${key}:${several ? head : ''}${quote(it)}`)
}

/** The text with the suggestion in its place, and where the caret goes. */
export function complete(source: string, place: Place, suggestion: string): { text: string; caret: number } {
  const open = suggestion.endsWith(':')
  const rest = source.slice(place.to).trimStart()
  const head = `${source.slice(0, place.from)}${suggestion}${open ? '' : ' '}`
  return { text: head + rest, caret: head.length }
}
