import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

interface Schema<T> {
  parse: (value: unknown) => T
}

/**
 * What a page shows, as the address says: give a schema of `zod/mini` whose fields all have a `catch`, so that a broken
 * address shows the page and no error. Setting replaces the address; `push` makes a step for the back button.
 */
export function useUrlState<T extends object>(schema: Schema<T>) {
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const set = useCallback(
    (change: Partial<T>, how: 'push' | 'replace' = 'replace') =>
      void navigate({
        to: '.',
        search: (now: object) => ({ ...now, ...change }),
        replace: how === 'replace',
      }),
    [navigate],
  )
  return [schema.parse(search), set] as const
}

function partsOf(asked: unknown): { kind: string; id: string } | undefined {
  if (typeof asked !== 'string') return undefined
  const colon = asked.indexOf(':')
  return colon > 0 ? { kind: asked.slice(0, colon), id: asked.slice(colon + 1) } : undefined
}

/** What the third column shows, as `kind:id`; and what is pinned there, so that the next one opens beside it. */
export function useInspector() {
  const search: { inspect?: unknown; pinned?: unknown } = useSearch({ strict: false })
  const navigate = useNavigate()
  const inspected = partsOf(search.inspect)
  const pinned = partsOf(search.pinned)
  const change = useCallback(
    (to: (now: { inspect?: unknown; pinned?: unknown }) => object) =>
      void navigate({ to: '.', search: (now: object) => ({ ...now, ...to(now) }), resetScroll: false }),
    [navigate],
  )
  const inspect = useCallback(
    (kind: string, id: string) => change(() => ({ inspect: `${kind}:${id}` })),
    [change],
  )
  const close = useCallback(() => change(() => ({ inspect: undefined })), [change])
  const closePinned = useCallback(() => change(() => ({ pinned: undefined })), [change])
  /** Pins what is inspected; what was pinned before goes. */
  const pin = useCallback(() => change(({ inspect: it }) => ({ pinned: it, inspect: undefined })), [change])
  return { inspected, pinned, inspect, close, closePinned, pin }
}
