/** What has happened to a list while it was held still. */
export interface Pending {
  added: number
  moved: number
  left: number
}

export interface Shown<T> {
  row: T
  key: string
  /** No longer in the list; stays in its place, struck through, until the list is let go. */
  left: boolean
}

export const NOTHING: Pending = { added: 0, moved: 0, left: 0 }

/** The rows as they come: nothing is held. */
export function flowing<T>(rows: readonly T[], keyOf: (row: T) => string): Shown<T>[] {
  return rows.map((row) => ({ row, key: keyOf(row), left: false }))
}

/**
 * The rows that were there, in the places that they had, with what is new about each of them. What comes below them all
 * moves nobody and is shown (`grown`): the next page, as somebody scrolls.
 */
export function hold<T>(
  held: readonly Shown<T>[],
  rows: readonly T[],
  keyOf: (row: T) => string,
): { shown: Shown<T>[]; pending: Pending; grown: boolean } {
  // what is left in it at the end is new
  const places = new Map(rows.map((row, place) => [keyOf(row), place]))
  const kept: number[] = []
  let left = 0
  const shown = held.map((it): Shown<T> => {
    const place = places.get(it.key)
    const row = place === undefined ? undefined : rows[place]
    if (place === undefined || row === undefined) {
      left += 1
      return it.left ? it : { ...it, left: true }
    }
    places.delete(it.key)
    kept.push(place)
    return row === it.row && !it.left ? it : { row, key: it.key, left: false }
  })
  const { length, last } = longestRise(kept)
  const below = [...places.values()].filter((place) => last !== undefined && place > last)
  return {
    shown: [
      ...shown,
      ...flowing(
        below.map((place) => rows[place] as T),
        keyOf,
      ),
    ],
    pending: { added: places.size - below.length, moved: kept.length - length, left },
    grown: below.length > 0,
  }
}

/** How many can stay where they are when the others move, and the last place of these: the longest rising subsequence. */
function longestRise(places: readonly number[]): { length: number; last: number | undefined } {
  const ends: number[] = []
  for (const place of places) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < place) low = middle + 1
      else high = middle
    }
    ends[low] = place
  }
  return { length: ends.length, last: ends.at(-1) }
}
