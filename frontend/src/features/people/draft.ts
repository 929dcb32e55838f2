import { mergeOf } from '@/components/edit/merge'
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

/** The order of the skills says nothing. */
export const merging = mergeOf<Draft>(FIELDS, comparable)

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
  return Object.fromEntries(merging.differing(before, trimmed).map((field) => [field, trimmed[field]]))
}
