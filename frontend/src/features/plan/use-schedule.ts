import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useEdit } from '@/components/edit/use-edit'
import { toast } from '@/components/toast'
import { api, ok } from '@/lib/api/client'
import { t } from '@/lib/text'
import { draftOf, isComplete, merging, type Planned, type Schedule, toSend } from './schedule'
import { planKey } from './use-plan'

const PAUSE = 300

const scheduleKey = (worker: string) => ['schedule', worker] as const

export function usePerson(id: string) {
  return useQuery({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/workers/{id}', { params: { path: { id } }, signal })),
  })
}

export function useSchedule(worker: string) {
  return useQuery({
    queryKey: scheduleKey(worker),
    queryFn: ({ signal }) => read(worker, signal),
  })
}

function read(id: string, signal?: AbortSignal): Promise<Planned> {
  return ok(api.GET('/api/v1/workers/{id}/schedule', { params: { path: { id } }, ...(signal && { signal }) }))
}

/** Plans somebody's work as a whole, on top of what others have planned meanwhile. */
export function useEditSchedule(worker: { id: string; displayName: string }, opened: Planned) {
  const client = useQueryClient()
  return useEdit<Planned, Schedule>({
    opened,
    draftOf,
    merge: merging,
    send: (draft, on) =>
      ok(
        api.PUT('/api/v1/workers/{id}/schedule', {
          params: { path: { id: worker.id }, header: { 'If-Match': `"${on.version}"` } },
          body: toSend(draft),
        }),
      ),
    read: () => read(worker.id),
    saved(planned) {
      client.setQueryData(scheduleKey(worker.id), planned)
      void client.invalidateQueries({ queryKey: planKey })
      toast(t('schedule.saved', { name: worker.displayName }))
    },
  })
}

/** The shifts that would come of it, once somebody pauses. */
export function usePreview(draft: Schedule, changed: boolean) {
  const asked = useSettled(toSend(draft))
  return useQuery({
    queryKey: ['schedule', 'preview', asked],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/schedule/preview', { body: asked, signal })),
    enabled: changed && isComplete(asked),
    placeholderData: (before) => before,
    retry: false,
    gcTime: 0,
  })
}

function useSettled(draft: Schedule): Schedule {
  const [settled, settle] = useState(draft)
  const now = JSON.stringify(draft)
  useEffect(() => {
    const timer = setTimeout(() => settle(JSON.parse(now)), PAUSE)
    return () => clearTimeout(timer)
  }, [now])
  return settled
}
