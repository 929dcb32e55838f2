import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEdit } from '@/components/edit/use-edit'
import { toast } from '@/components/toast'
import { api, ok } from '@/lib/api/client'
import { t } from '@/lib/text'
import { type Draft, draftOf, type Level, merging, toSend } from './promises'

export const promisesKey = (queue: string) => ['service-levels', 'of', queue] as const

export function usePromises(queue: string) {
  return useQuery({
    queryKey: promisesKey(queue),
    queryFn: ({ signal }) => read(queue, signal),
  })
}

function read(name: string, signal?: AbortSignal): Promise<Level> {
  return ok(
    api.GET('/api/v1/queues/{name}/service-levels', {
      params: { path: { name } },
      ...(signal && { signal }),
    }),
  )
}

export function useCalendarNames() {
  return useQuery({
    queryKey: ['calendars'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/calendars', { signal })),
    select: ({ items }) => items.map((it) => it.name),
  })
}

/** Who can be told by name. */
export function useColleagues() {
  return useQuery({
    queryKey: ['people', 'mentionable'],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/workers', { params: { query: { size: 200 } }, signal })),
    select: ({ items }) => items,
  })
}

/** Promises from the version that was opened. */
export function useEditPromises(opened: Level) {
  const client = useQueryClient()
  const path = { name: opened.queue }
  return useEdit<Level, Draft>({
    opened,
    draftOf,
    merge: merging,
    send: (draft, on) =>
      ok(
        api.PUT('/api/v1/queues/{name}/service-levels', {
          params: { path, header: { 'If-Match': `"${on.version}"` } },
          body: toSend(draft),
        }),
      ),
    read: () => read(opened.queue),
    saved(level) {
      client.setQueryData(promisesKey(level.queue), level)
      toast(t('promises.saved', { queue: level.queue }))
    },
  })
}
