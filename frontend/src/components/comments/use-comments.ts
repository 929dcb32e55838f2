import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { requireConnection } from '@/lib/acting'
import { api, ok, type Schemas } from '@/lib/api/client'
import { keepDraft } from '@/lib/drafts'
import { useFeed, useResyncOf } from '@/lib/live/hooks'
import { talkOf } from '@/lib/live/notices'

export type Comment = Schemas['CommentView']

const SIZE = 100

export const commentDraft = (taskId: string) => `comment ${taskId}`

/** What was said about a task, the first first, page by page; renewed when the own feed tells of the task. */
export function useComments(taskId: string) {
  const client = useQueryClient()
  const queryKey = ['task', taskId, 'comments']
  useResyncOf(queryKey)
  useFeed((entry) => {
    // what has left my hands I may not read any more
    if (talkOf(entry) === taskId) void client.invalidateQueries({ queryKey })
  })
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      ok(
        api.GET('/api/v1/tasks/{id}/comments', {
          params: {
            path: { id: taskId },
            query: { size: SIZE, ...(pageParam !== null && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

/** Says something: it shows at once as on its way; when it is refused, the text is there to be sent again. */
export function useSay(taskId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (text: string) => {
      requireConnection()
      await ok(api.POST('/api/v1/tasks/{id}/comments', { params: { path: { id: taskId } }, body: { text } }))
      await client.invalidateQueries({ queryKey: ['task', taskId, 'comments'] })
    },
    onError: (_, text) => keepDraft(commentDraft(taskId), text),
  })
}
