import type { Person } from './use-people'

export const PRESENCES = [
  'AVAILABLE',
  'BUSY',
  'MEETING',
  'BREAK',
  'UNREACHABLE',
  'OFFLINE',
] as const satisfies Person['presence'][]

/** Whom the list shows. */
export interface Filters {
  presence?: Person['presence'] | undefined
  skill?: string | undefined
  text?: string | undefined
}

/** Reads the address; what it says wrongly is left out. The router makes numbers of digits. */
export const filtersOfAddress = {
  parse(value: unknown): Filters {
    const { presence, skill, text } = value as Record<string, unknown>
    const known = PRESENCES.find((it) => it === presence)
    return {
      ...(known && { presence: known }),
      ...(isText(skill) && { skill: String(skill) }),
      ...(isText(text) && { text: String(text) }),
    }
  },
}

function isText(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
}
