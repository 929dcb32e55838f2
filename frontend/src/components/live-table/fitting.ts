import type { Column } from './types'

const SELECT = 32

/** The least room a column needs: `92px` or the first length of `minmax(180px, 2fr)`. */
function leastOf(width: string): number {
  return Number(/(\d+)px/.exec(width)?.[1] ?? 0)
}

/** The columns that have room beside each other; those that can be spared go first, the most dispensable before all. */
export function fitting<T>(
  columns: readonly Column<T>[],
  room: number,
  selectable: boolean,
): readonly Column<T>[] {
  let missing = columns.reduce((sum, it) => sum + leastOf(it.width), selectable ? SELECT : 0) - room
  const gone = new Set<string>()
  const spared = columns
    .filter((it) => it.spare !== undefined)
    .sort((a, b) => (b.spare ?? 0) - (a.spare ?? 0))
  for (const { key, width } of spared) {
    if (missing <= 0) break
    gone.add(key)
    missing -= leastOf(width)
  }
  return gone.size === 0 ? columns : columns.filter((it) => !gone.has(it.key))
}
