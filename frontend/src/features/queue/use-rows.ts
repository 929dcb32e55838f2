import { type InfiniteData, type QueryClient, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { api, ok } from '@/lib/api/client'
import { now } from '@/lib/clock'
import { useTaskBoard } from '@/lib/live/hooks'
import { throttled } from '@/lib/throttled'
import type { Filter } from './grammar'
import { applyChanges, type Change, type Row, type RowPage, rowOfTask, rowOfWaiting } from './rows'

const SIZE = 200
/** More is not kept: the memory of the page has an end, and whoever looks for something narrows the filter. */
export const MOST = 5_000
const REST = 1_000
const REST_OF_MANY = 5_000
const MINUTE = 60_000

export type Order = 'queue' | 'priority' | 'createdAt' | '-createdAt'

/** What a list shows: in the order of the queue it is what waits there, else tasks by a sort of the server. */
export interface Ask {
  filter: Filter
  order: Order
  /** The id of the person that `who:` names. */
  assignee: string | undefined
}

/** The live order knows no filter but the queue. */
export function hasOrder({ states, priorities, ...rest }: Filter): boolean {
  const { queue: _, ...others } = rest
  return states.join() === 'QUEUED' && priorities.length === 0 && Object.keys(others).length === 0
}

/** The filter as the API takes it; `due` is as of the minute, so that the answer can be kept. */
export function parameters({ filter, assignee }: Omit<Ask, 'order'>) {
  const { states, priorities, who, by, minAge, maxAge, due, skill, queue, category, text } = filter
  const minute = Math.floor(now() / MINUTE) * MINUTE
  return {
    status: [...states],
    ...(priorities.length > 0 && { priority: [...priorities] }),
    ...(skill !== undefined && { skill }),
    ...(queue !== undefined && { queue }),
    ...(category !== undefined && { category }),
    ...(text !== undefined && { text }),
    ...(by !== undefined && { createdBy: by }),
    ...(minAge !== undefined && { minAgeSeconds: minAge }),
    ...(maxAge !== undefined && { maxAgeSeconds: maxAge }),
    ...(due !== undefined && { dueBefore: new Date(minute + due * 1_000).toISOString() }),
    ...(who === 'none' ? { unassigned: true } : assignee !== undefined && { assignee }),
  }
}

/** The queries of lists and counts; whoever changes a task tells them. */
export const listKey = ['queue', 'rows'] as const
export const facetsKey = ['queue', 'facets'] as const

/** The rows of a list, page by page, kept live. */
export function useRows(ask: Ask, enabled: boolean) {
  const client = useQueryClient()
  const { filter, order, assignee } = ask
  const queryKey = useMemo(() => [...listKey, order, filter, assignee], [order, filter, assignee])
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => page(ask, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last, all) => (all.length * SIZE < MOST ? last.next : null),
    enabled,
    placeholderData: (before) => before,
  })
  const refreshing = useRef<ReturnType<typeof throttled>>(undefined)
  useEffect(() => {
    const both = [queryKey, facetsKey]
    const one = throttled(
      () => Promise.all(both.map((it) => client.invalidateQueries({ queryKey: it }))),
      () => restOf(client.getQueryData<InfiniteData<RowPage>>(queryKey)),
    )
    refreshing.current = one
    return one.cancel
  }, [client, queryKey])
  const refresh = () => refreshing.current?.ask()
  useTaskBoard((changes) => {
    if (spread(client, changes)) refresh()
  }, refresh)
  const rows = useMemo(() => distinct(query.data?.pages.flatMap((it) => it.items) ?? []), [query.data])
  return { ...query, data: query.data && rows, rows }
}

async function page({ filter, order, assignee }: Ask, cursor: string | null, signal: AbortSignal) {
  const more = { size: SIZE, ...(cursor !== null && { cursor }) }
  if (order === 'queue') {
    const queue = filter.queue ?? 'default'
    const { items, next } = await ok(
      api.GET('/api/v1/queues/{name}/waiting', {
        params: { path: { name: queue }, query: more },
        signal,
      }),
    )
    return { items: items.map((it) => rowOfWaiting(it, queue)), next: next ?? null } satisfies RowPage
  }
  const { items, next } = await ok(
    api.GET('/api/v1/tasks', {
      params: { query: { ...parameters({ filter, assignee }), sort: order, ...more } },
      signal,
    }),
  )
  return { items: items.map(rowOfTask), next: next ?? null } satisfies RowPage
}

/** Puts changes into every list that is kept; true when one of them needs its order anew. */
export function spread(client: QueryClient, changes: readonly Change[]): boolean {
  let moved = false
  for (const [queryKey, data] of client.getQueriesData<InfiniteData<RowPage>>({ queryKey: listKey })) {
    if (data === undefined) continue
    const result = applyChanges(data.pages, changes, queryKey[3] as Filter)
    moved ||= result.moved || result.pages.some((it, index) => it !== data.pages[index])
    if (result.pages.some((it, index) => it !== data.pages[index]))
      client.setQueryData(queryKey, { ...data, pages: [...result.pages] })
  }
  return moved
}

/** Between two pages that were fetched one after the other a row can have moved from one to the next. */
function distinct(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>()
  return rows.filter((it) => !seen.has(it.id) && seen.add(it.id))
}

function restOf(data: InfiniteData<RowPage> | undefined): number {
  return (data?.pages.length ?? 0) > 3 ? REST_OF_MANY : REST
}
