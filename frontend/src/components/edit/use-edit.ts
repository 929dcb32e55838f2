import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { requireConnection } from '@/lib/acting'
import { isProblem } from '@/lib/api/problem'
import { type Merge, pick } from './merge'

/** The version may have passed by something that touches nothing of what is edited; then it is tried again. */
const ATTEMPTS = 5

export interface Conflict<D> {
  fields: (keyof D)[]
  before: D
  theirs: D
}

interface Subject<T, D> {
  opened: T
  draftOf: (it: T) => D
  merge: Merge<D>
  /** Refused with `version-mismatch` when somebody else was first. */
  send: (draft: D, on: T) => Promise<T>
  read: () => Promise<T>
  saved: (it: T) => void
  /** The fields hang together, so that somebody decides even where others changed other fields. */
  together?: boolean
}

interface Attempt<T, D> {
  mine: D
  on: T
}

type Outcome<T, D> = { saved: T } | { theirs: T; conflict: Conflict<D> }

/**
 * A form over something that others may change too. When somebody else was first, the same is tried on top of that,
 * unless both changed the same field: then whoever edits decides.
 */
export function useEdit<T, D extends object>(subject: Subject<T, D>) {
  const { draftOf, merge, together = false } = subject
  const [base, setBase] = useState(subject.opened)
  const [draft, setDraft] = useState(() => draftOf(subject.opened))
  const [met, setMet] = useState<{ theirs: T; conflict: Conflict<D> }>()
  const saving = useMutation({
    mutationFn: (attempt: Attempt<T, D>) => {
      requireConnection()
      return save(subject, attempt, together)
    },
    onSuccess(outcome, { mine }) {
      if ('conflict' in outcome) return setMet(outcome)
      setBase(outcome.saved)
      // what was typed while it was saved stays
      setDraft((now) => merge.merged(mine, draftOf(outcome.saved), now))
      subject.saved(outcome.saved)
    },
  })
  const settle = (decided: D) => {
    if (met === undefined) return
    setBase(met.theirs)
    setDraft(decided)
    setMet(undefined)
  }
  const before = draftOf(base)
  return {
    draft,
    change: (change: Partial<D>) => setDraft((it) => ({ ...it, ...change })),
    /** As it was when the edit began, or was last saved. */
    before,
    changed: merge.differing(before, draft).length > 0,
    conflict: met?.conflict,
    pending: saving.isPending,
    error: saving.error,
    save: () => saving.mutate({ mine: draft, on: base }),
    /** Writes the draft over what the other has written. */
    applyMine() {
      if (met === undefined) return
      const mine = merge.merged(met.conflict.before, met.conflict.theirs, draft)
      settle(mine)
      saving.mutate({ mine, on: met.theirs })
    },
    /** Takes what the other has written in the fields that are in question. */
    takeTheirs() {
      if (met === undefined) return
      const { before: then, theirs, fields } = met.conflict
      settle({ ...merge.merged(then, theirs, draft), ...pick(theirs, fields) })
    },
  }
}

async function save<T, D extends object>(
  { draftOf, merge, send, read }: Subject<T, D>,
  { mine, on: opened }: Attempt<T, D>,
  together: boolean,
): Promise<Outcome<T, D>> {
  const before = draftOf(opened)
  let on = opened
  let draft = mine
  for (let attempt = 1; ; attempt += 1) {
    if (merge.differing(draftOf(on), draft).length === 0) return { saved: on }
    try {
      return { saved: await send(draft, on) }
    } catch (error) {
      if (!isProblem(error, 'version-mismatch') || attempt === ATTEMPTS) throw error
    }
    on = await read()
    const theirs = draftOf(on)
    const fields = together ? all(merge, before, theirs, mine) : merge.conflicting(before, theirs, mine)
    if (fields.length > 0) return { theirs: on, conflict: { fields, before, theirs } }
    draft = merge.merged(before, theirs, mine)
  }
}

/** What either has changed, once somebody else has changed anything. */
function all<D>(merge: Merge<D>, before: D, theirs: D, mine: D): (keyof D)[] {
  const others = merge.differing(before, theirs)
  return others.length === 0 ? [] : [...new Set([...others, ...merge.differing(before, mine)])]
}
