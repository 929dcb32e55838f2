import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ok } from '@/lib/api/client'
import { isProblem } from '@/lib/api/problem'
import { changeOf, conflicting, type Draft, differing, draftOf, type Field, merged } from './draft'
import { fetchPerson, type Person, peopleKey } from './use-people'

export interface Conflict {
  fields: Field[]
  before: Draft
  theirs: Person
}

type Outcome = { saved: true } | { saved: false; conflict: Conflict }

/** Work given and taken counts as a change of the person too, so that the version may pass by itself this often. */
const ATTEMPTS = 5

/**
 * Saves what was changed about somebody. When somebody else was first, the same is tried on top of that, unless both
 * changed the same field: then the admin decides.
 */
export function useSave(opened: Person, done: () => void) {
  const client = useQueryClient()
  const [base, setBase] = useState(opened)
  const [conflict, setConflict] = useState<Conflict>()
  const saving = useMutation({
    mutationFn: ({ draft, on }: { draft: Draft; on: Person }) => save(draft, on),
    onSuccess(outcome) {
      if (outcome.saved) {
        void client.invalidateQueries({ queryKey: peopleKey })
        done()
      } else {
        setConflict(outcome.conflict)
      }
    },
  })
  return {
    base: draftOf(base),
    conflict,
    pending: saving.isPending,
    error: saving.error,
    save: (draft: Draft) => saving.mutate({ draft, on: base }),
    /** Writes the draft over what the other has written. */
    applyMine(draft: Draft) {
      if (conflict === undefined) return
      setBase(conflict.theirs)
      setConflict(undefined)
      saving.mutate({ draft: merged(conflict.before, draftOf(conflict.theirs), draft), on: conflict.theirs })
    },
    /** Gives the draft with what the other has written in the fields that both changed. */
    takeTheirs(draft: Draft): Draft {
      if (conflict === undefined) return draft
      const theirs = draftOf(conflict.theirs)
      const taken = { ...merged(conflict.before, theirs, draft), ...pick(theirs, conflict.fields) }
      setBase(conflict.theirs)
      setConflict(undefined)
      return taken
    },
  }
}

async function save(mine: Draft, opened: Person): Promise<Outcome> {
  const before = draftOf(opened)
  let on = opened
  let draft = mine
  for (let attempt = 1; ; attempt += 1) {
    const change = changeOf(draftOf(on), draft)
    if (Object.keys(change).length === 0) return { saved: true }
    try {
      await ok(
        api.PATCH('/api/v1/workers/{id}', {
          params: { path: { id: on.id }, header: { 'If-Match': `"${on.version}"` } },
          body: change,
        }),
      )
      return { saved: true }
    } catch (error) {
      if (!isProblem(error, 'version-mismatch') || attempt === ATTEMPTS) throw error
    }
    on = await fetchPerson(on.id)
    const theirs = draftOf(on)
    const fields = conflicting(before, theirs, mine)
    if (fields.length > 0) return { saved: false, conflict: { fields, before, theirs: on } }
    draft = merged(before, theirs, mine)
  }
}

function pick(draft: Draft, fields: readonly Field[]): Partial<Draft> {
  return Object.fromEntries(fields.map((field) => [field, draft[field]]))
}

/** Whether leaving would lose something. */
export function isChanged(before: Draft, draft: Draft): boolean {
  return differing(before, draft).length > 0
}
