import { isProblem } from './problem'

/** What the server said about each field, by its pointer without the first stroke; the rest stands above the form. */
export interface FieldErrors {
  of: (pointer: string) => string | undefined
  rest: string | undefined
}

/** `shown` are the beginnings of the pointers that the form has a place for. */
export function fieldErrors(error: unknown, shown: readonly string[]): FieldErrors {
  const violations = isProblem(error) ? error.errors : []
  const placed = violations.filter(({ pointer }) => shown.includes(pointer?.split('/')[1] ?? ''))
  const unplaced = violations.filter((it) => !placed.includes(it)).map((it) => it.message)
  const general =
    error instanceof Error && placed.length === 0 && unplaced.length === 0 ? [error.message] : []
  return {
    of: (pointer) => placed.find((it) => it.pointer === `/${pointer}`)?.message,
    rest: [...unplaced, ...general].join(' ') || undefined,
  }
}
