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

/** What the third column shows: `kind:id`. */
export function useInspector() {
  const search: { inspect?: unknown } = useSearch({ strict: false })
  const navigate = useNavigate()
  const asked = typeof search.inspect === 'string' ? search.inspect : ''
  const colon = asked.indexOf(':')
  const inspected = colon > 0 ? { kind: asked.slice(0, colon), id: asked.slice(colon + 1) } : undefined
  const inspect = useCallback(
    (kind: string, id: string) =>
      void navigate({
        to: '.',
        search: (now: object) => ({ ...now, inspect: `${kind}:${id}` }),
        resetScroll: false,
      }),
    [navigate],
  )
  const close = useCallback(
    () =>
      void navigate({
        to: '.',
        search: (now: object) => ({ ...now, inspect: undefined }),
        resetScroll: false,
      }),
    [navigate],
  )
  return { inspected, inspect, close }
}
