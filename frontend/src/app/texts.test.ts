import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { en } from '@/lib/text/en'

const ALWAYS = ['common', 'frame']
const nounOf = new Map(
  Object.entries(en).flatMap(([noun, texts]) => Object.keys(texts).map((key) => [key, noun] as const)),
)
const keys = [...nounOf.keys()]
const WITH_TEXTS = /withTexts\(\s*\(\) => import\('([^']+)'\),?((?:\s*'[^']+',?)*)\s*\)/g

/** What is loaded by `withTexts`, with its nouns. */
const loaded = new Map<string, readonly string[]>()
const missing = new Set<string>()
const seen = new Set<string>()

function resolve(file: string, path: string): string | undefined {
  const base = path.startsWith('@/')
    ? join('src', path.slice(2))
    : path.startsWith('.')
      ? join(file, '..', path)
      : ''
  return ['.ts', '.tsx', '/index.ts'].map((it) => base + it).find((it) => base !== '' && existsSync(it))
}

/** The keys that a file names, those made of parts as well. */
function* said(source: string): Generator<string> {
  for (const [, literal = ''] of source.matchAll(/['`]([a-z][A-Za-z]*\.[^'`\s]*)['`]/g)) {
    const [start = '', ...more] = literal.split('${')
    yield* more.length > 0
      ? keys.filter((key) => key.startsWith(start))
      : keys.filter((key) => key === literal)
  }
}

function walk(file: string, nouns: readonly string[]): void {
  if (file.startsWith(join('src', 'lib', 'text')) || seen.has(`${file} ${nouns}`)) return
  seen.add(`${file} ${nouns}`)
  const source = readFileSync(file, 'utf8').replaceAll(/^import type .*$/gm, '')
  for (const key of said(source)) {
    if (!nouns.includes(nounOf.get(key) ?? '')) missing.add(`${file} says ${key}, with ${nouns} loaded`)
  }
  for (const [, path = '', list = ''] of source.matchAll(WITH_TEXTS)) {
    const part = resolve(file, path)
    const own = [...list.matchAll(/'([^']+)'/g)].map(([, noun = '']) => noun)
    if (part === undefined) continue
    loaded.set(part, own)
    walk(part, [...ALWAYS, ...own])
  }
  for (const [, path = ''] of source.replaceAll(WITH_TEXTS, '').matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
    const part = resolve(file, path)
    if (part !== undefined) walk(part, nouns)
  }
}

walk(join('src', 'app', 'main.tsx'), ALWAYS)
for (const feature of readdirSync('src/features'))
  walk(join('src', 'features', feature, 'routes.tsx'), ALWAYS)

it('says nothing before its text is loaded', () => {
  expect(seen.size).toBeGreaterThan(100)
  expect(loaded.size).toBeGreaterThan(10)
  expect([...missing]).toEqual([])
})

it('counts the texts in the budgets', () => {
  const budgets: Record<string, { parts: string[] }> = JSON.parse(
    readFileSync('scripts/budgets.json', 'utf8'),
  )
  for (const [name, { parts }] of Object.entries(budgets)) {
    const nouns = [...ALWAYS, ...parts.flatMap((part) => loaded.get(join(part)) ?? [])]
    const texts = parts.filter((part) => part.startsWith('src/lib/text/en/'))
    expect(texts.sort(), name).toEqual([...new Set(nouns)].map((it) => `src/lib/text/en/${it}.ts`).sort())
  }
})
