import { beforeEach, expect, it } from 'vitest'
import { de } from './de'
import { en } from './en'
import { loadTexts, type Noun, number, type Texts, t, textOf } from './index'

const placeholders = (message: string | { one: string; other: string }) => {
  const texts = typeof message === 'string' ? [message] : [message.other]
  return texts.flatMap((it) => it.match(/\{\w+\}/g) ?? []).sort()
}

beforeEach(() => loadTexts('?locale=en'))

it('has every text in German, with the same placeholders', () => {
  expect(Object.keys(de)).toEqual(Object.keys(en))
  for (const noun of Object.keys(en) as Noun[]) {
    const [german, english]: [Texts, Texts] = [de[noun], en[noun]]
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort())
    for (const [key, message] of Object.entries(english)) {
      expect(placeholders(german[key] ?? ''), key).toEqual(placeholders(message))
      expect(JSON.stringify(german[key]), key).not.toBe('""')
    }
  }
})

it('has one file for each noun, and no key in two of them', () => {
  const files = import.meta.glob<Record<string, object>>(['./en/*.ts', '!./en/index.ts'], { eager: true })
  const listed = Object.entries(en).map(([noun, texts]) => [`./en/${noun}.ts`, texts])
  expect(Object.entries(files).map(([file, it]) => [file, Object.assign({}, ...Object.values(it))])).toEqual(
    listed.sort(([a], [b]) => String(a).localeCompare(String(b))),
  )
  const keys = Object.values(en).flatMap((it) => Object.keys(it))
  expect(keys.length).toBeGreaterThan(100)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

it('chooses the plural form and writes numbers as the language does', async () => {
  expect(t('list.rows', { n: 1 })).toBe('1 row')
  expect(t('list.rows', { n: 12_345 })).toBe('12,345 rows')
  await loadTexts('?locale=de')
  expect(t('list.rows', { n: 12_345 })).toBe('12.345 Zeilen')
  expect(number(0.5, { style: 'percent' })).toBe('50\u00a0%')
  expect(document.documentElement.lang).toBe('de')
})

it('falls back where the server names something unknown', () => {
  expect(textOf('state.QUEUED', 'notice.other')).toBe('Queued')
  expect(textOf('state.toString', 'notice.other')).toBe('Something changed')
})

it('stretches every text of the pseudo-locale and keeps its placeholders', async () => {
  await loadTexts('?locale=pseudo')
  expect(t('panel.reference', { id: 'abc' })).toMatch(/^\[Référéñçé abc~+\]$/)
})
