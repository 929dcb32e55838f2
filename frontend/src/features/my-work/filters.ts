import type { Schemas } from '@/lib/api/client'
import { zone } from '@/lib/preferences'
import { createStore } from '@/lib/store'
import { beginOfDay, isDay, nextDay } from './day'

export const OUTCOMES = ['COMPLETED', 'FAILED', 'CANCELLED', 'LOST'] as const
export type Outcome = (typeof OUTCOMES)[number] & Schemas['AssignmentView']['state']

/** What the address says; both days are included. */
export interface Addressed {
  outcome: Outcome | undefined
  from: string | undefined
  to: string | undefined
}

export interface Filters extends Addressed {
  text: string | undefined
}

/** What is looked for in comments stays out of the address, which others may come to see; leaving the page ends it. */
export const searched = createStore<{ text: string | undefined }>({ text: undefined })

export const NO_FILTERS: Filters = { outcome: undefined, from: undefined, to: undefined, text: undefined }
export const LONGEST_TEXT = 100

/** A broken address shows everything and no error. */
export const filterSchema = {
  parse(value: unknown): Addressed {
    const { outcome, from, to } = (value ?? {}) as Record<string, unknown>
    return {
      outcome: OUTCOMES.find((it) => it === outcome),
      from: isDay(from) ? from : undefined,
      to: isDay(to) ? to : undefined,
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
