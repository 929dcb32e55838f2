import { preferences } from '../preferences'
import { en } from './en'

export type TextKey = keyof typeof en
export type Plural = { one: string; other: string }
export type Catalogue = Record<TextKey, string | Plural>
type Values = Record<string, string | number>
type Locale = 'en' | 'de' | 'pseudo'

let catalogue: Catalogue = en
let locale: Locale = 'en'
let plurals = new Intl.PluralRules('en')
let numbers = new Intl.NumberFormat('en')

/** Loads the chosen language; `?locale=pseudo` shows what is not translated and what has no room to grow. */
export async function loadTexts(search = window.location.search): Promise<void> {
  const asked = new URLSearchParams(search).get('locale')
  locale = asked === 'pseudo' || asked === 'de' || asked === 'en' ? asked : preferences.get().locale
  catalogue =
    locale === 'de' ? (await import('./de')).de : locale === 'pseudo' ? (await import('./pseudo')).pseudo : en
  plurals = new Intl.PluralRules(language())
  numbers = new Intl.NumberFormat(language())
  document.documentElement.lang = language()
}

/** The BCP 47 name for dates and numbers. */
export function language(): string {
  return locale === 'pseudo' ? 'en' : locale === 'en' ? 'en-GB' : locale
}

/** The text of a key; `n` chooses between one and many, and numbers are written as the language does. */
export function t(key: TextKey, values: Values = {}): string {
  const message = catalogue[key]
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
  return t(Object.hasOwn(en, key) ? (key as TextKey) : fallback, values)
}

export function number(value: number, options?: Intl.NumberFormatOptions): string {
  return options ? new Intl.NumberFormat(language(), options).format(value) : numbers.format(value)
}
