import type { Schemas } from '@/lib/api/client'
import { t } from '@/lib/text'
import { dueOf } from '@/lib/wall-time'
import { estimateOf, LONGEST, lengthOf, PRIORITIES, type Priority, refusedCharacter } from './values'

/** What stands in the form. */
export interface Draft {
  title: string
  priority: Priority
  queue: string
  skills: string[]
  /** As `datetime-local` has it. */
  due: string
  estimate: string
  details: string
  /** The promise that a repeat of this draft creates nothing. */
  key: string
}

export type DraftField = Exclude<keyof Draft, 'key'>
export type Errors = Partial<Record<DraftField, string>>

const KEY = 'warren.create.draft'

export function freshDraft(title = ''): Draft {
  return {
    title,
    priority: 'P3',
    queue: 'default',
    skills: [],
    due: '',
    estimate: '',
    details: '',
    key: crypto.randomUUID(),
  }
}

export function keptDraft(): Draft | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<Draft> | null
    if (kept === null) return undefined
    const draft = { ...freshDraft(), ...kept }
    return PRIORITIES.includes(draft.priority) && Array.isArray(draft.skills) ? draft : undefined
  } catch {
    return undefined
  }
}

export function keepDraft(draft: Draft | undefined): void {
  if (draft === undefined) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, JSON.stringify(draft))
}

/** What is wrong with it, in words for next to the field. */
export function errorsOf(draft: Draft, zone: string, now: number): Errors {
  const errors: Errors = {}
  const title = draft.title.trim()
  if (title === '') errors.title = t('create.error.title')
  else if (refusedCharacter(title)) errors.title = t('create.error.character')
  else if (lengthOf(title) > LONGEST.title) {
    errors.title = t('create.error.titleLength', { most: LONGEST.title, n: lengthOf(title) })
  }
  if (draft.skills.length > LONGEST.skills) errors.skills = t('create.error.skills', { most: LONGEST.skills })
  if (draft.due !== '') {
    const due = dueOf(draft.due, zone)
    if (typeof due !== 'number' || due < now) errors.due = t('create.error.due')
  }
  if (draft.estimate.trim() !== '' && typeof estimateOf(draft.estimate) !== 'number') {
    errors.estimate = t('create.error.estimate')
  }
  if (refusedCharacter(draft.details, true)) errors.details = t('create.error.character')
  else if (lengthOf(draft.details) > LONGEST.details) {
    errors.details = t('create.error.detailsLength', { most: LONGEST.details, n: lengthOf(draft.details) })
  }
  return errors
}

/** The draft as the API takes it; only of one without errors. */
export function taskOf(draft: Draft, zone: string): Schemas['TaskRequest'] {
  const due = draft.due === '' ? undefined : dueOf(draft.due, zone)
  const estimate = draft.estimate.trim() === '' ? undefined : estimateOf(draft.estimate)
  return {
    title: draft.title.trim(),
    priority: draft.priority,
    queue: draft.queue,
    ...(draft.skills.length > 0 && { requiredSkills: draft.skills }),
    ...(typeof due === 'number' && { dueAt: new Date(due).toISOString() }),
    ...(typeof estimate === 'number' && { estimateSeconds: estimate }),
    ...(draft.details.trim() !== '' && { description: draft.details }),
  }
}

const POINTERS: Record<string, DraftField> = {
  title: 'title',
  priority: 'priority',
  queue: 'queue',
  requiredSkills: 'skills',
  dueAt: 'due',
  estimateSeconds: 'estimate',
  description: 'details',
}

/** What the server says, at the fields that it means; `rest` has no field here. */
export function errorsFrom(violations: readonly { pointer?: string; message?: string }[]) {
  const errors: Errors = {}
  const rest: string[] = []
  for (const { pointer = '', message = '' } of violations) {
    const field = POINTERS[pointer.split('/')[1] ?? '']
    if (field === undefined) rest.push(message)
    else errors[field] ??= message
  }
  return { errors, rest }
}
