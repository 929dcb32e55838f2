import type { Priority } from '@/components/badges'
import type { Schemas } from '@/lib/api/client'

export type Status = Schemas['TaskView']['status']

/** What can be said before the colon. */
export const KEYS = ['p', 'state', 'skill', 'queue', 'category', 'who', 'by', 'age', 'due'] as const
export type Key = (typeof KEYS)[number]

/** The words for states, as they are typed. */
export const STATES: Readonly<Record<string, readonly Status[]>> = {
  waiting: ['QUEUED'],
  offered: ['OFFERED'],
  assigned: ['ASSIGNED'],
  running: ['IN_PROGRESS'],
  held: ['ON_HOLD'],
  completed: ['COMPLETED'],
  failed: ['FAILED'],
  cancelled: ['CANCELLED'],
  open: ['QUEUED', 'OFFERED', 'ASSIGNED', 'IN_PROGRESS', 'ON_HOLD'],
  any: ['QUEUED', 'OFFERED', 'ASSIGNED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'FAILED', 'CANCELLED'],
}

/** One word of the filter, and where it stands in it. `text` is a part of the title. */
export interface Term {
  key: Key | 'text'
  value: string
  from: number
  to: number
}

/** What is wrong with a word; its text is `queue.fault.<code>`. */
export interface Fault {
  code: 'key' | 'value' | 'twice' | 'empty' | 'span' | 'quote' | 'long'
  values: Record<string, string>
}

export interface Filter {
  states: readonly Status[]
  priorities: readonly Priority[]
  skill?: string
  queue?: string
  category?: string
  /** `none`, or a user name. */
  who?: string
  by?: string
  /** In seconds since the creation. */
  minAge?: number
  maxAge?: number
  /** Due within so many seconds; 0 is overdue. */
  due?: number
  text?: string
}

export interface Parsed {
  terms: readonly Term[]
  faults: readonly Fault[]
  filter: Filter
}

const LONGEST_TEXT = 100
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, min: 60, h: 3_600, d: 86_400 }

/** Reads `p:1,2 state:waiting skill:de age:>10m who:none "text"`. What it does not understand, it says. */
export function parseFilter(source: string): Parsed {
  const { terms, faults } = words(source)
  const filter: { -readonly [K in keyof Filter]: Filter[K] } = { states: [], priorities: [] }
  const seen = new Set<string>()
  const text: string[] = []
  for (const { key, value } of terms) {
    const once = key === 'age' ? `age${value[0]}` : key
    if (key === 'text') {
      text.push(value)
    } else if (value === '') {
      faults.push({ code: 'empty', values: { key } })
    } else if (seen.has(once)) {
      faults.push({ code: 'twice', values: { key } })
    } else {
      seen.add(once)
      const fault = apply(filter, key, value)
      if (fault) faults.push(fault)
    }
  }
  if (text.length > 0) filter.text = text.join(' ')
  if ((filter.text?.length ?? 0) > LONGEST_TEXT)
    faults.push({ code: 'long', values: { most: `${LONGEST_TEXT}` } })
  if (filter.states.length === 0) filter.states = ['QUEUED']
  return { terms, faults, filter }
}

type Draft = { -readonly [K in keyof Filter]: Filter[K] }

function apply(filter: Draft, key: Key, value: string): Fault | undefined {
  switch (key) {
    case 'p': {
      const wrong = value.split(',').find((it) => !/^p?[1-5]$/i.test(it))
      if (wrong !== undefined)
        return { code: 'value', values: { key, value: wrong, allowed: '1, 2, 3, 4, 5' } }
      filter.priorities = unique(value.split(',').map((it): Priority => `P${it.slice(-1)}` as Priority))
      return undefined
    }
    case 'state': {
      const names = value.toLowerCase().split(',')
      const wrong = names.find((it) => !Object.hasOwn(STATES, it))
      if (wrong !== undefined)
        return { code: 'value', values: { key, value: wrong, allowed: Object.keys(STATES).join(', ') } }
      filter.states = unique(names.flatMap((it) => STATES[it] ?? []))
      return undefined
    }
    case 'age': {
      const limit = span(value)
      if (limit === undefined) return { code: 'span', values: { key, value, example: 'age:>10m' } }
      filter[limit.more ? 'minAge' : 'maxAge'] = limit.seconds
      return undefined
    }
    case 'due': {
      const limit = value === 'late' ? { more: false, seconds: 0 } : span(value)
      if (limit === undefined || limit.more)
        return { code: 'span', values: { key, value, example: 'due:<2h' } }
      filter.due = limit.seconds
      return undefined
    }
    default:
      filter[key] = value
      return undefined
  }
}

function span(value: string): { more: boolean; seconds: number } | undefined {
  const match = /^([<>])(\d{1,6})(s|m|min|h|d)$/.exec(value)
  if (match === null) return undefined
  const [, sign, amount, unit = ''] = match
  return { more: sign === '>', seconds: Number(amount) * (UNITS[unit] ?? 1) }
}

function words(source: string): { terms: Term[]; faults: Fault[] } {
  const terms: Term[] = []
  const faults: Fault[] = []
  for (const match of source.matchAll(/([a-z]+):("[^"]*"?|\S*)|"[^"]*"?|\S+/gi)) {
    const [whole, name, rest = ''] = match
    const raw = name === undefined ? whole : rest
    const quoted = raw.startsWith('"')
    if (quoted && (raw.length === 1 || !raw.endsWith('"'))) faults.push({ code: 'quote', values: {} })
    const value = quoted ? raw.replaceAll('"', '') : raw
    const key = name?.toLowerCase() ?? 'text'
    const at = { from: match.index, to: match.index + whole.length }
    if (key === 'text' && name === undefined) {
      if (value.trim() !== '') terms.push({ key: 'text', value: value.trim(), ...at })
    } else if (isKey(key)) {
      terms.push({ key, value: value.trim(), ...at })
    } else {
      faults.push({ code: 'key', values: { key, allowed: KEYS.join(', ') } })
    }
  }
  return { terms, faults }
}

export function isKey(key: string): key is Key {
  return (KEYS as readonly string[]).includes(key)
}

/** The same filter with `key:value` instead of what it said under that key, or with nothing there. */
export function withTerm(source: string, key: Key, value: string | undefined): string {
  const kept = parseFilter(source)
    .terms.filter((it) => it.key !== key)
    .map((it) => source.slice(it.from, it.to))
  return [...kept, ...(value === undefined ? [] : [`${key}:${quote(value)}`])].join(' ')
}

/** The filter without one of its words. */
export function withoutTerm(source: string, { from, to }: Term): string {
  return `${source.slice(0, from)} ${source.slice(to)}`.replace(/\s+/g, ' ').trim()
}

export function quote(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}
