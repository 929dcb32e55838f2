import { beforeEach, expect, it } from 'vitest'
import { de } from './de'
import { en } from './en'
import { loadTexts, number, t, textOf } from './index'

const placeholders = (message: string | { one: string; other: string }) => {
  const texts = typeof message === 'string' ? [message] : [message.other]
  return texts.flatMap((it) => it.match(/\{\w+\}/g) ?? []).sort()
}

beforeEach(() => loadTexts('?locale=en'))

it('has every text in German, with the same placeholders', () => {
  expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort())
  for (const key of Object.keys(en) as (keyof typeof en)[]) {
    expect(placeholders(de[key]), key).toEqual(placeholders(en[key]))
    expect(JSON.stringify(de[key]), key).not.toBe('""')
  }
})

it('lists no key in two files', async () => {
  const files = import.meta.glob<Record<string, object>>(['./en/*.ts', '!./en/index.ts'], { eager: true })
  const keys = Object.values(files).flatMap((file) => Object.values(file).flatMap(Object.keys))
  expect(keys.length).toBeGreaterThan(100)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  expect(keys.sort()).toEqual(Object.keys(en).sort())
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
