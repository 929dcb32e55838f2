import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from '@/components/toast'
import { api, ok, type Schemas } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { useFeed, useResyncOf } from '@/lib/live/hooks'
import { t } from '@/lib/text'

export type Dispute = Schemas['Dispute']
export type State = 'OPEN' | 'ANSWERED'
type Page = Schemas['PagedDispute']

const KEY = ['disputes'] as const

function fetchPage(state: State, cursor: string | null, signal?: AbortSignal): Promise<Page> {
  const query = { state, ...(cursor !== null && { cursor }) }
  return ok(api.GET('/api/v1/disputes', { params: { query }, ...(signal && { signal }) }))
}

/** Those that wait, the longest first, or those that were answered, the newest first. */
export function useDisputes(state: State) {
  const client = useQueryClient()
  useResyncOf(KEY)
  useFeed((entry) => {
    if (entry.type === 'dispute.raised') void client.invalidateQueries({ queryKey: KEY })
  })
  return useInfiniteQuery({
    queryKey: [...KEY, state],
    queryFn: ({ pageParam, signal }) => fetchPage(state, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.items),
  })
}

/** Answers, and keeps the answer in its place in the list; whoever was first is the one who answered. */
export function useAnswer({ id }: Dispute) {
  const client = useQueryClient()
  return async (answer: string): Promise<void> => {
    const path = { id }
    const answered = await ok(
      api.POST('/api/v1/disputes/{id}/answer', { params: { path }, body: { answer } }),
    ).then(
      (mine) => {
        toast(t('work.answered'))
        return mine
      },
      async (error: unknown) => {
        if (!isProblem(error, 'already-exists')) throw error
        const theirs = (await fetchPage('ANSWERED', null)).items.find((it) => it.id === id)
        if (theirs === undefined) throw error
        toast(error.message, { tone: 'bad' })
        return theirs
      },
    )
    void client.invalidateQueries({ queryKey: [...KEY, 'ANSWERED'] })
    client.setQueryData<InfiniteData<Page>>(
      [...KEY, 'OPEN'],
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.map((it) => (it.id === id ? answered : it)),
          })),
        },
    )
  }
}

/** What the round said about it; null when none decided. */
export function useSentence({ taskId, attempt }: Dispute) {
  return useQuery({
    queryKey: ['tasks', taskId, 'decision', attempt, 'sentence'],
    queryFn: ({ signal }) =>
      ok(
        api.GET('/api/v1/tasks/{id}/decision', {
          params: { path: { id: taskId }, query: { attempt } },
          signal,
        }),
      ).then(
        (it) => it.sentence,
        (error: unknown) => {
          if (isProblem(error, 'not-found')) return null
          throw error
        },
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
