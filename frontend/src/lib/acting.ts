import { isProblem, Problem } from './api/problem'
import { live } from './live/live'
import { t } from './text'

/** Nothing is queued silently: what cannot be sent now is refused, and the person says when to try again. */
export function requireConnection(): void {
  if (live.status.get().state === 'offline' || !navigator.onLine)
    throw new Problem(0, { code: 'offline', detail: t('acting.offline') })
}

/** No answer came: the server may have done it, or not. */
export function isLost(error: unknown): boolean {
  return isProblem(error, 'unreachable')
}

/** What to tell of a call that failed. */
export function explain(error: unknown): string {
  if (isLost(error)) return t('acting.lost')
  return error instanceof Error ? error.message : String(error)
}
