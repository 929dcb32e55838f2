import { Problem } from './problem'

const ATTEMPTS = 3
const LONGEST = 15_000

/** What may pass by itself is tried again; what was refused is not. */
export function mayRetry(failures: number, error: unknown): boolean {
  if (failures >= ATTEMPTS || !(error instanceof Problem)) return false
  return error.status === 0 || error.status === 408 || error.status === 429 || error.status >= 502
}

export function retryDelay(failures: number, error: unknown): number {
  const asked = error instanceof Problem ? error.retryAfter : undefined
  return Math.min(asked ?? 500 * 2 ** failures * (0.5 + Math.random()), LONGEST)
}
