import { useMemo, useState } from 'react'
import { flowing, hold, NOTHING, type Pending, type Shown } from './hold'

interface Held<T> {
  shown: readonly Shown<T>[]
  pending: Pending
  /** Shows what has come; while somebody still aims, the list is held again from there. */
  release: () => void
}

/**
 * The rows in the order in which they are shown: as they come, or in their places while `holding`. What answers another
 * question is not held to the places of the last.
 */
export function useHold<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  holding: boolean,
  question: string,
): Held<T> {
  const [held, setHeld] = useState<readonly Shown<T>[] | undefined>(undefined)
  const [answered, setAnswered] = useState(question)
  if (answered !== question) {
    setAnswered(question)
    setHeld(undefined)
  }
  // where there is no row, nobody aims at one
  if (holding && held === undefined && rows.length > 0) setHeld(flowing(rows, keyOf))
  if (!holding && held !== undefined) setHeld(undefined)
  const result = useMemo(
    () =>
      holding && held !== undefined
        ? hold(held, rows, keyOf)
        : { shown: flowing(rows, keyOf), pending: NOTHING, grown: false },
    [holding, held, rows, keyOf],
  )
  if (result.grown) setHeld(result.shown)
  return { ...result, release: () => setHeld(flowing(rows, keyOf)) }
}
