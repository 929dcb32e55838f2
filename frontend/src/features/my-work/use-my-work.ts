import { useInfiniteQuery } from '@tanstack/react-query'
import { api, ok, type Schemas } from '@/lib/api/client'
import { useFeed, useResyncOf } from '@/lib/live/hooks'
import { usePreference, zone } from '@/lib/preferences'
import { useStore } from '@/lib/store'
import { useUrlState } from '@/lib/url-state'
import { asQuery, type Filters, filterSchema, searched } from './filters'

export type Assignment = Schemas['AssignmentView']

const KEY = ['me', 'assignments', 'closed'] as const
const PAGE = 100
const LARGEST_PAGE = 200

function ask(filters: Filters, size: number, cursor: string | null, signal?: AbortSignal) {
  return ok(
    api.GET('/api/v1/me/assignments', {
      params: { query: { state: 'closed', ...asQuery(filters), size, ...(cursor !== null && { cursor }) } },
      ...(signal && { signal }),
    }),
  )
}

/** What I ended, the last first, page by page, as the address filters it. */
export function useMyWork() {
  usePreference('zone')
  useResyncOf(KEY)
  const [addressed, setAddress] = useUrlState(filterSchema)
  const text = useStore(searched, (it) => it.text)
  const filters: Filters = { ...addressed, text }
  const change = (change: Partial<Filters>) => {
    const { text: words, ...rest } = change
    if ('text' in change) searched.set({ text: words })
    if (Object.keys(rest).length > 0) setAddress(rest)
  }
  const query = useInfiniteQuery({
    queryKey: [...KEY, zone(), filters],
    queryFn: ({ pageParam, signal }) => ask(filters, PAGE, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  })
  useFeed((entry) => {
    if (entry.type === 'assignment.closed') void query.refetch()
  })
  return { filters, change, query }
}

/** All that match, however many pages they are. */
export async function fetchAll(filters: Filters, loaded: (n: number) => void): Promise<Assignment[]> {
  const all: Assignment[] = []
  let cursor: string | null = null
  do {
    const page: Schemas['PagedAssignmentView'] = await ask(filters, LARGEST_PAGE, cursor)
    all.push(...page.items)
    loaded(all.length)
    cursor = page.next ?? null
  } while (cursor !== null)
  return all
}

/** From the start of the work, or from the assignment when it was never started, to the end; in seconds. */
export function handleSeconds({ startedAt, assignedAt, closedAt }: Assignment): number | undefined {
  if (closedAt == null) return undefined
  return (Date.parse(closedAt) - Date.parse(startedAt ?? assignedAt)) / 1000
}
