import { preferences } from '../preferences'
import type { en } from './en'

export type English = typeof en
/** A file of texts. `common` and `frame` are always there, the others come with what needs them. */
export type Noun = keyof English
type KeyOf<T> = T extends T ? keyof T : never
export type TextKey = KeyOf<English[Noun]>
export type Plural = { one: string; other: string }
export type Texts = Record<string, string | Plural>
type Values = Record<string, string | number>
type Locale = 'en' | 'de' | 'pseudo'

const files = import.meta.glob<Record<string, Texts>>(['./{en,de}/*.ts', '!./*/index.ts'])
const wanted = new Set<Noun>(['common', 'frame'])

let chosen: Locale = 'en'
let locale: Locale = 'en'
let texts: Texts = {}
let plurals = new Intl.PluralRules('en')
let numbers = new Intl.NumberFormat('en')

/** Loads the chosen language; `?locale=pseudo` shows what is not translated and what has no room to grow. */
export function loadTexts(search = window.location.search): Promise<void> {
  const asked = new URLSearchParams(search).get('locale')
  chosen = asked === 'pseudo' || asked === 'de' || asked === 'en' ? asked : preferences.get().locale
  return load()
}

/** Loads the texts of these nouns beside those that are there. */
export function needTexts(...nouns: readonly Noun[]): Promise<void> {
  for (const noun of nouns) wanted.add(noun)
  return load()
}

/** All that is wanted, at once: nothing is ever shown half in one language and half in another. */
async function load(): Promise<void> {
  const asked = chosen
  const count = wanted.size
  const parts = await Promise.all([...wanted].map((noun) => read(asked, noun)))
  if (asked !== chosen || count !== wanted.size) return load()
  locale = chosen
  texts = Object.assign({}, ...parts)
  plurals = new Intl.PluralRules(language())
  numbers = new Intl.NumberFormat(language())
  document.documentElement.lang = language()
}

async function read(from: Locale, noun: Noun): Promise<Texts> {
  const file = await files[`./${from === 'de' ? 'de' : 'en'}/${noun}.ts`]?.()
  if (file === undefined) throw new Error(`There is no file of texts for ${noun}.`)
  const found: Texts = Object.assign({}, ...Object.values(file))
  return from === 'pseudo' ? (await import('./pseudo')).pseudo(found) : found
}

/** The BCP 47 name for dates and numbers. */
export function language(): string {
  return locale === 'pseudo' ? 'en' : locale === 'en' ? 'en-GB' : locale
}

/** The text of a key; `n` chooses between one and many, and numbers are written as the language does. */
export function t(key: TextKey, values: Values = {}): string {
  const message = texts[key]
  if (message === undefined) throw new Error(`The text ${key} is not loaded: see withTexts in lib/pages.ts.`)
  const form =
    typeof message === 'string'
      ? message
      : plurals.select(Number(values['n'])) === 'one'
        ? message.one
        : message.other
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : typeof value === 'number' ? numbers.format(value) : value
  })
}

/** For keys made of data, such as a code of the server: the fallback shows when there is no text for it. */
export function textOf(key: string, fallback: TextKey, values: Values = {}): string {
  return t(Object.hasOwn(texts, key) ? (key as TextKey) : fallback, values)
}

export function number(value: number, options?: Intl.NumberFormatOptions): string {
  return options ? new Intl.NumberFormat(language(), options).format(value) : numbers.format(value)
}
