import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '@/components/toast'
import { api, ok } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { t } from '@/lib/text'
import { type Assignment, requireConnection, showAssignment } from './desk-data'
import { keepDraft } from './drafts'

export type Verb = 'complete' | 'fail'

const PATHS = {
  complete: '/api/v1/me/assignments/{id}/complete',
  fail: '/api/v1/me/assignments/{id}/fail',
} as const

export const LONGEST_COMMENT = 2_000

/** Letters, signs and emoji can be seen; spaces, marks without ink and control characters cannot. */
export function isVisible(comment: string): boolean {
  return /[^\s\p{C}\p{Z}\p{M}\u2800\u115f\u1160\u3164\uffa0]/u.test(comment)
}

/** Ends an assignment. Nothing shows it as ended before the server says so; saying it twice is said once. */
export function useFinish(assignment: Assignment) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ verb, comment }: { verb: Verb; comment: string }) => {
      requireConnection()
      return ok(
        api.POST(PATHS[verb], { params: { path: { id: assignment.id } }, body: { comment: comment.trim() } }),
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
