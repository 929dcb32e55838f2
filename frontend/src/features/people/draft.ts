import type { Schemas } from '@/lib/api/client'
import type { Person, SkillLevel } from './use-people'

export type Change = Schemas['WorkerChange']

/** What an admin decides about somebody, as it stands in the form. */
export interface Draft {
  displayName: string
  skills: SkillLevel[]
  capacity: number
  region: string
}

export type Field = keyof Draft

export const FIELDS: readonly Field[] = ['displayName', 'skills', 'capacity', 'region']

export const NOBODY: Draft = { displayName: '', skills: [], capacity: 1, region: '' }

export function draftOf({ displayName, skills, capacity, region }: Person): Draft {
  return { displayName, skills, capacity, region: region ?? '' }
}

/** The fields in which two drafts differ; the order of the skills says nothing. */
export function differing(one: Draft, other: Draft): Field[] {
  return FIELDS.filter((field) => comparable(one, field) !== comparable(other, field))
}

function comparable(draft: Draft, field: Field): string | number {
  if (field === 'skills') {
    return draft.skills
      .map((it) => `${it.name.trim()} ${it.level}`)
      .sort()
      .join('\n')
  }
  const value = draft[field]
  return typeof value === 'string' ? value.trim() : value
}

/** What to send: only what was changed, so that what others change meanwhile stays. */
export function changeOf(before: Draft, draft: Draft): Change {
  const trimmed: Draft = {
    ...draft,
    displayName: draft.displayName.trim(),
    region: draft.region.trim(),
    skills: draft.skills.map((it) => ({ ...it, name: it.name.trim() })),
  }
  return Object.fromEntries(differing(before, trimmed).map((field) => [field, trimmed[field]]))
}

/** The fields that both somebody else and this draft have changed since `before`, to different ends. */
export function conflicting(before: Draft, theirs: Draft, mine: Draft): Field[] {
  const ours = differing(before, mine)
  const others = differing(before, theirs)
  return differing(theirs, mine).filter((field) => ours.includes(field) && others.includes(field))
}

/** Theirs, with what only this draft has changed. */
export function merged(before: Draft, theirs: Draft, mine: Draft): Draft {
  const ours = differing(before, mine)
  return Object.fromEntries(
    FIELDS.map((field) => [field, ours.includes(field) ? mine[field] : theirs[field]]),
  ) as unknown as Draft
}
