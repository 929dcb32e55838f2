import type { Schemas } from '@/lib/api/client'
import { zone } from '@/lib/preferences'
import { beginOfDay, isDay, nextDay } from './day'

export const OUTCOMES = ['COMPLETED', 'FAILED', 'CANCELLED', 'LOST'] as const
export type Outcome = (typeof OUTCOMES)[number] & Schemas['AssignmentView']['state']

/** What the address says; both days are included. */
export interface Filters {
  outcome: Outcome | undefined
  from: string | undefined
  to: string | undefined
  text: string | undefined
}

export const NO_FILTERS: Filters = { outcome: undefined, from: undefined, to: undefined, text: undefined }
export const LONGEST_TEXT = 100

/** A broken address shows everything and no error. */
export const filterSchema = {
  parse(value: unknown): Filters {
    const { outcome, from, to, text } = (value ?? {}) as Record<string, unknown>
    const words = typeof text === 'string' || typeof text === 'number' ? String(text).trim() : ''
    return {
      outcome: OUTCOMES.find((it) => it === outcome),
      from: isDay(from) ? from : undefined,
      to: isDay(to) ? to : undefined,
      text: words === '' ? undefined : words.slice(0, LONGEST_TEXT),
    }
  },
}

export function isFiltered(filters: Filters): boolean {
  return Object.values(filters).some((it) => it !== undefined)
}

/** As the API takes them: moments instead of days, the second one excluded. */
export function asQuery({ outcome, from, to, text }: Filters) {
  return {
    ...(outcome && { outcome }),
    ...(from && { from: beginOfDay(from, zone()) }),
    ...(to && { before: beginOfDay(nextDay(to), zone()) }),
    ...(text && { text }),
  }
}
