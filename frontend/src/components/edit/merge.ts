/** How the drafts of a form are compared and laid over each other, field by field. */
export interface Merge<D> {
  differing: (one: D, other: D) => (keyof D)[]
  /** The fields that both somebody else and this draft have changed since `before`, to different ends. */
  conflicting: (before: D, theirs: D, mine: D) => (keyof D)[]
  /** Theirs, with what only this draft has changed. */
  merged: (before: D, theirs: D, mine: D) => D
}

/** @param comparable what of a field counts, as something that `===` compares */
export function mergeOf<D extends object>(
  fields: readonly (keyof D)[],
  comparable: (draft: D, field: keyof D) => string | number | boolean = (draft, field) =>
    JSON.stringify(draft[field]),
): Merge<D> {
  const differing = (one: D, other: D) =>
    fields.filter((field) => comparable(one, field) !== comparable(other, field))
  return {
    differing,
    conflicting(before, theirs, mine) {
      const ours = differing(before, mine)
      const others = differing(before, theirs)
      return differing(theirs, mine).filter((field) => ours.includes(field) && others.includes(field))
    },
    merged(before, theirs, mine) {
      return { ...theirs, ...pick(mine, differing(before, mine)) }
    },
  }
}

export function pick<D extends object>(draft: D, fields: readonly (keyof D)[]): Partial<D> {
  return Object.fromEntries(fields.map((field) => [field, draft[field]])) as Partial<D>
}
