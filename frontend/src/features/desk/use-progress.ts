import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { isLost, requireConnection } from '@/lib/acting'
import { api, ok } from '@/lib/api/client'
import { type Assignment, showAssignment } from './desk-data'

/** Presses that follow one another are one report. */
const QUIET = 300

interface Report {
  percent: number
  note: string
}

/** How far I am: what I say shows at once; if the server refuses, what it knows shows again. */
export function useProgress(assignment: Assignment) {
  const client = useQueryClient()
  const [wanted, setWanted] = useState<number>()
  const [note, setNote] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const { mutate, isPending, error, variables } = useMutation({
    scope: { id: `progress.${assignment.id}` },
    mutationFn: async (report: Report) => {
      requireConnection()
      const text = report.note.trim()
      return ok(
        api.POST('/api/v1/me/assignments/{id}/progress', {
          params: { path: { id: assignment.id } },
          body: { percent: report.percent, ...(text !== '' && { note: text }) },
        }),
      )
    },
    onSuccess: (answer, sent) => {
      showAssignment(client, answer)
      setWanted((now) => (now === sent.percent ? undefined : now))
      setNote((now) => (now === sent.note ? '' : now))
    },
    onError: () => setWanted(undefined),
  })
  const percent = wanted ?? assignment.percent
  // only the answer was lost: what was reported shows
  const arrived = isLost(error) && variables?.percent === assignment.percent && variables.note.trim() === ''

  function report(to: number, text = note, quiet = QUIET): void {
    const next = Math.min(Math.max(Math.round(to), 0), 100)
    setWanted(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => mutate({ percent: next, note: text }), quiet)
  }
  return {
    percent,
    pending: wanted !== undefined || isPending,
    error: arrived ? null : error,
    note,
    setNote,
    report,
    sendNote: () => report(percent, note, 0),
    again: () => variables !== undefined && report(variables.percent, variables.note, 0),
  }
}
