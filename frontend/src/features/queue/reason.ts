import { t } from '@/lib/text'

const KNOWN = [
  'NEXT',
  'NOBODY_PRESENT',
  'NO_SKILL',
  'NO_REGION',
  'ALL_DECLINED',
  'NO_CAPACITY',
  'SHIFT_ENDS',
  'SET_ASIDE',
] as const

/** Why a task waits, in the language of the reader; what is not known here, as the server says it. */
export function reasonInWords(reason: string, sentence: string): string {
  const known = KNOWN.find((it) => it === reason)
  return known === undefined ? sentence : t(`queue.why.${known}`)
}
