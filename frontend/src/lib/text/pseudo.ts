import type { Plural, Texts } from './index'

const ACCENTS: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  O: 'Ö',
  c: 'ç',
  n: 'ñ',
  s: 'š',
}

/** Longer by a third, accented and bracketed: what is not, is not in the catalogue. */
function stretch(text: string): string {
  const accented = text.replace(/\{\w+\}|[a-zA-Z]/g, (it) => ACCENTS[it] ?? it)
  return `[${accented}${'~'.repeat(Math.ceil(text.length / 3))}]`
}

function of(message: string | Plural): string | Plural {
  return typeof message === 'string'
    ? stretch(message)
    : { one: stretch(message.one), other: stretch(message.other) }
}

export function pseudo(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).map(([key, message]) => [key, of(message)]))
}
