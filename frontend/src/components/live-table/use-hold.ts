import { useMemo, useState } from 'react'
import { flowing, hold, NOTHING, type Pending, type Shown } from './hold'

interface Held<T> {
  shown: readonly Shown<T>[]
  pending: Pending
  /** The question that the rows answer. */
  answered: string
  /** Shows what has come; while somebody still aims, the list is held again from there. */
  release: () => void
}

/**
 * The rows in the order in which they are shown: as they come, or in their places while `holding`. What answers another
 * question is not held to the places of the last; until it `isAnswered` the rows are those of the last.
 */
export function useHold<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  holding: boolean,
  question: string,
  isAnswered: boolean,
): Held<T> {
  const [held, setHeld] = useState<readonly Shown<T>[] | undefined>(undefined)
  const [answered, setAnswered] = useState(question)
  if (isAnswered && answered !== question) {
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
  return { ...result, answered, release: () => setHeld(flowing(rows, keyOf)) }
}
