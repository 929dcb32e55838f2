import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { CommandDefinition } from '@/lib/commands/registry'
import { conflicts } from '@/lib/commands/shortcuts'
import { inspectors, pages } from './pages'

const LONGEST = 350
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((it) => /\.tsx?$/.test(it) && !it.endsWith('schema.d.ts'))
  .map((it) => join('src', it).replaceAll('\\', '/'))

/** What a part may use; a feature in addition itself. */
const MAY_USE: Record<string, string[]> = {
  app: ['app', 'features', 'components', 'lib', 'testing'],
  features: ['components', 'lib', 'testing'],
  components: ['components', 'lib', 'testing'],
  testing: ['components', 'lib', 'testing'],
  lib: ['lib'],
}

it('has parts that look down only: app, features, components, lib', () => {
  const wrong: string[] = []
  for (const file of sources) {
    const [, part = '', noun] = file.split('/')
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)) {
      const target = path.startsWith('@/')
        ? `src/${path.slice(2)}`
        : path.startsWith('.')
          ? join(file, '..', path)
          : ''
      if (target === '') continue
      const [, other = '', otherNoun] = target.replaceAll('\\', '/').split('/')
      const own = part === 'features' && other === 'features' && noun === otherNoun
      if (!own && MAY_USE[part]?.includes(other) !== true) wrong.push(`${file} uses ${target}`)
    }
  }
  expect(sources.length).toBeGreaterThan(50)
  expect(wrong).toEqual([])
})

it('has no file that is too long', () => {
  const long = sources.filter((file) => readFileSync(file, 'utf8').split('\n').length > LONGEST)
  expect(long).toEqual([])
})

it('has no two commands with the same keys', () => {
  const files = import.meta.glob<Record<string, Record<string, CommandDefinition>>>('../**/commands.ts', {
    eager: true,
  })
  const definitions = Object.values(files).flatMap((file) => Object.values(file).flatMap(Object.values))
  const navigation = pages.flatMap(({ path, nav }) =>
    nav?.keys ? [{ id: path, scope: 'global', keys: nav.keys }] : [],
  )
  expect(definitions.length).toBeGreaterThan(5)
  expect(conflicts([...definitions, ...navigation])).toEqual([])
})

it('has one page for each address and one inspector for each kind', () => {
  const names = [...pages.map((it) => it.path), ...inspectors.map((it) => it.kind)]
  expect(names.filter((it, index) => names.indexOf(it) !== index)).toEqual([])
})
