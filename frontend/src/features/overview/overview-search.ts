/** The hours that can be looked back upon, and how many minutes of them make one point of a chart. */
export const RANGES = { 1: 1, 8: 5, 24: 15 } as const

export type Range = keyof typeof RANGES

export interface Shown {
  range: Range
  /** The skill whose people are compared. */
  skill?: string | undefined
  /** The charts as tables. */
  table?: true | undefined
}

/** Reads the address; what it says wrongly is left out. */
export const shownOfAddress = {
  parse(value: unknown): Shown {
    const { range, skill, table } = value as Record<string, unknown>
    return {
      range: range === 1 || range === 24 ? range : 8,
      ...((typeof skill === 'string' || typeof skill === 'number') && { skill: String(skill) }),
      ...(table === true && { table }),
    }
  },
}
