import { useDebouncedValue } from '@mantine/hooks'
import { useQueries } from '@tanstack/react-query'
import type { Finder, Found } from '@/lib/pages'
import type { TextKey } from '@/lib/text'

const SHORTEST = 2
const PAUSE = 200
const KEPT = 10_000

export interface FoundGroup {
  label: TextKey
  found: readonly Found[]
  error: Error | null
}

/** What the features find under these letters, once one pauses. */
export function useFound(typed: string, finders: readonly Finder[]): readonly FoundGroup[] {
  const [settled] = useDebouncedValue(typed.trim(), PAUSE)
  const text = settled.length < SHORTEST || typed.trim() === '' ? '' : settled
  const asked = text === '' ? [] : finders
  return useQueries({
    queries: asked.map(({ label, find }) => ({
      queryKey: ['found', label, text],
      queryFn: ({ signal }: { signal: AbortSignal }) => find(text, signal),
      staleTime: KEPT,
      gcTime: KEPT,
      retry: false,
    })),
    combine: (results) =>
      results.map(({ data, error }, index) => ({
        label: asked[index]?.label ?? 'palette.open',
        found: data ?? [],
        error,
      })),
  })
}
