import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEdit } from '@/components/edit/use-edit'
import { toast } from '@/components/toast'
import { api, ok } from '@/lib/api/client'
import { t } from '@/lib/text'
import { changeOf, type Draft, draftOf, merging, type Queue } from './draft'

const KEY = ['queues', 'settings'] as const

export function useQueues() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => ok(api.GET('/api/v1/queues', { signal })),
    select: (it) => it.items,
  })
}

/** Saves from the version that was opened; when somebody else was first, the admin decides. */
export function useEditQueue(opened: Queue) {
  const client = useQueryClient()
  const path = { name: opened.name }
  return useEdit<Queue, Draft>({
    opened,
    draftOf,
    merge: merging,
    together: true,
    send: (draft, on) =>
      ok(
        api.PATCH('/api/v1/queues/{name}', {
          params: { path, header: { 'If-Match': `"${on.version}"` } },
          body: changeOf(draftOf(on), draft),
        }),
      ),
    read: () => ok(api.GET('/api/v1/queues/{name}', { params: { path } })),
    saved(queue) {
      toast(t('queueSettings.saved', { name: queue.name }))
      void client.invalidateQueries({ queryKey: ['queues'] })
    },
  })
}
