import { mergeOf } from '@/components/edit/merge'
import type { Schemas } from '@/lib/api/client'

export type Queue = Schemas['QueueView']
export type Change = Schemas['QueueChange']

/** The settings that are numbers, and what the server takes. */
export const NUMBERS = [
  { field: 'offerSeconds', least: 5, most: 3_600 },
  { field: 'declineLimit', least: 1, most: 100 },
  { field: 'maxAttempts', least: 1, most: 20 },
  { field: 'retrySeconds', least: 1, most: 86_400 },
  { field: 'wrapUpSeconds', least: 0, most: 3_600 },
] as const
/** The settings that are one of several. */
export const CHOICES = {
  acceptance: ['AUTO', 'MANUAL'],
  shiftEnd: ['KEEP', 'HAND_BACK'],
} as const
const FIELDS = ['acceptance', ...NUMBERS.map((it) => it.field), 'shiftEnd', 'dispositions'] as const
export type Field = (typeof FIELDS)[number]

export type Choice = keyof typeof CHOICES

export function isChoice(field: Field): field is Choice {
  return field in CHOICES
}

/** The settings as they stand in the form: texts, with one ending in each line. */
export type Draft = Record<Field, string>

export function draftOf(queue: Queue): Draft {
  const written = FIELDS.map((it) => [it, it === 'dispositions' ? queue[it].join('\n') : String(queue[it])])
  return Object.fromEntries(written) as Draft
}

export const merging = mergeOf<Draft>(FIELDS, (draft, field) => draft[field].trim())

/** What to send: only what was changed, so that what others change meanwhile stays. */
export function changeOf(before: Draft, draft: Draft): Change {
  return Object.fromEntries(merging.differing(before, draft).map((it) => [it, toSend(it, draft[it])]))
}

function toSend(field: Field, text: string): string | number | string[] {
  if (isChoice(field)) return text
  if (field !== 'dispositions') return Number(text)
  const lines = text.split('\n').map((it) => it.trim())
  return [...new Set(lines.filter((it) => it !== ''))]
}

/** The number that the server would not take. */
export function faultOf(draft: Draft): (typeof NUMBERS)[number] | undefined {
  return NUMBERS.find(({ field, least, most }) => {
    const n = Number(draft[field])
    return !Number.isInteger(n) || n < least || n > most
  })
}
