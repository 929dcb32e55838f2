import type { Group } from './use-overview'

/** Fewer people are not compared: one of them would be the whole figure. */
export const ENOUGH = 5

/** From these on the work counts as even, or still fair. */
const EVEN = 0.9
const FAIR = 0.75

export type Verdict = 'even' | 'fair' | 'uneven'

export function verdictOf(jain: number): Verdict {
  return jain >= EVEN ? 'even' : jain >= FAIR ? 'fair' : 'uneven'
}

export type Place = 'above' | 'within' | 'below'

export function placeOf(share: number, { low, high }: Pick<Group, 'low' | 'high'>): Place {
  return share > high ? 'above' : share < low ? 'below' : 'within'
}

/** By share, the busiest first; too few people by name, so that the order says nothing. */
export function inOrder({ people, persons }: Group): Group['persons'] {
  return [...persons].sort((a, b) =>
    people >= ENOUGH
      ? b.busyShare - a.busyShare || a.displayName.localeCompare(b.displayName)
      : a.displayName.localeCompare(b.displayName),
  )
}
