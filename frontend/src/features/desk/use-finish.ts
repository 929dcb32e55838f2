import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '@/components/toast'
import { requireConnection } from '@/lib/acting'
import { api, ok } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { keepDraft } from '@/lib/drafts'
import { t } from '@/lib/text'
import { type Assignment, showAssignment } from './desk-data'

export type Verb = 'complete' | 'fail'

export const LONGEST_COMMENT = 2_000

interface End {
  verb: Verb
  comment: string
  /** How it was completed, if its queue tells ways. */
  disposition: string | undefined
}

/** Ends an assignment. Nothing shows it as ended before the server says so; saying it twice is said once. */
export function useFinish(assignment: Assignment) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ verb, comment, disposition }: End) => {
      requireConnection()
      const params = { path: { id: assignment.id } }
      const said = { comment: comment.trim() }
      return ok(
        verb === 'fail'
          ? api.POST('/api/v1/me/assignments/{id}/fail', { params, body: said })
          : api.POST('/api/v1/me/assignments/{id}/complete', {
              params,
              body: { ...said, ...(disposition !== undefined && { disposition }) },
            }),
      )
    },
    onSuccess: (answer, { verb }) => {
      keepDraft(assignment.id, '')
      toast(t(`desk.${verb}.done`, { title: assignment.task.title }))
      showAssignment(client, answer)
    },
    onError: (error) => {
      if (isProblem(error) && error.status !== 0) void client.invalidateQueries({ queryKey: ['me'] })
    },
  })
}
