import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from '@/components/toast'
import { requireConnection } from '@/lib/acting'
import { api, ok } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { t } from '@/lib/text'
import { changeOf, type Draft, draftOf, type Queue } from './draft'

const KEY = ['queues', 'settings'] as const

export function useQueues() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => ok(api.GET('/api/v1/queues', { signal })),
    select: (it) => it.items,
  })
}

/** Saves from the version that was opened; when somebody else was first, the admin decides. */
export function useSave(opened: Queue) {
  const client = useQueryClient()
  const [base, setBase] = useState(opened)
  const [theirs, setTheirs] = useState<Queue>()
  const path = { name: opened.name }
  const saving = useMutation({
    mutationFn: ({ draft, on }: { draft: Draft; on: Queue }) => {
      requireConnection()
      return ok(
        api.PATCH('/api/v1/queues/{name}', {
          params: { path, header: { 'If-Match': `"${on.version}"` } },
          body: changeOf(draftOf(base), draft),
        }),
      )
    },
    onSuccess: (saved) => {
      setBase(saved)
      setTheirs(undefined)
      toast(t('queueSettings.saved', { name: saved.name }))
      void client.invalidateQueries({ queryKey: ['queues'] })
    },
    onError: async (error) => {
      if (isProblem(error, 'version-mismatch'))
        setTheirs(await ok(api.GET('/api/v1/queues/{name}', { params: { path } })))
    },
  })
  return {
    before: draftOf(base),
    theirs: theirs && draftOf(theirs),
    pending: saving.isPending,
    error: isProblem(saving.error, 'version-mismatch') ? null : saving.error,
    save: (draft: Draft) => saving.mutate({ draft, on: base }),
    applyMine: (draft: Draft) => theirs && saving.mutate({ draft, on: theirs }),
    takeTheirs: () => {
      if (theirs === undefined) return
      setBase(theirs)
      setTheirs(undefined)
    },
  }
}
