import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEdit } from '@/components/edit/use-edit'
import { toast } from '@/components/toast'
import { requireConnection } from '@/lib/acting'
import { api, ok } from '@/lib/api/client'
import { zone } from '@/lib/preferences'
import { t } from '@/lib/text'
import { type Calendar, type Draft, draftOf, merging, toSend, workingWeek } from './calendar'

const KEY = ['calendars'] as const

export function useCalendars() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => ok(api.GET('/api/v1/calendars', { signal })),
    select: (it) => it.items,
  })
}

export function useEditCalendar(opened: Calendar) {
  const client = useQueryClient()
  const path = { name: opened.name }
  return useEdit<Calendar, Draft>({
    opened,
    draftOf,
    merge: merging,
    send: (draft, on) =>
      ok(
        api.PUT('/api/v1/calendars/{name}', {
          params: { path, header: { 'If-Match': `"${on.version}"` } },
          body: toSend(draft),
        }),
      ),
    read: () => ok(api.GET('/api/v1/calendars/{name}', { params: { path } })),
    saved() {
      void client.invalidateQueries({ queryKey: KEY })
      toast(t('calendars.saved', { name: opened.name }))
    },
  })
}

/** Creates a calendar of ordinary working hours, to be changed from there. */
export function useAddCalendar(added: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (name: string) => {
      requireConnection()
      return ok(api.POST('/api/v1/calendars', { body: { name, ...workingWeek(zone()) } }))
    },
    onSuccess: async (calendar) => {
      await client.invalidateQueries({ queryKey: KEY })
      toast(t('calendars.added', { name: calendar.name }))
      added()
    },
  })
}

export function useRemoveCalendar(name: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      requireConnection()
      await ok(api.DELETE('/api/v1/calendars/{name}', { params: { path: { name } } }))
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: KEY })
      toast(t('calendars.removed', { name }))
    },
  })
}
