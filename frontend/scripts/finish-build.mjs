// After `vite build`: compresses the files once, so that no server does it on each request, and checks the budgets.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const dist = new URL('../dist/', import.meta.url)
const assets = new URL('assets/', dist)
const SMALLEST = 1024

const sizes = new Map()
for (const name of readdirSync(assets)) {
  const content = readFileSync(new URL(name, assets))
  const gzipped = gzipSync(content, { level: 9 })
  sizes.set(`assets/${name}`, gzipped.length)
  if (content.length < SMALLEST || !/\.(js|css|svg)$/.test(name)) continue
  writeFileSync(new URL(`${name}.gz`, assets), gzipped)
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  writeFileSync(new URL(`${name}.br`, assets), brotliCompressSync(content, { params: quality }))
}

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))
const budgets = JSON.parse(readFileSync(new URL('budgets.json', import.meta.url), 'utf8'))
let failed = false

/** What a page loads before it can show: its part, the entry, and all that these import. */
function load(key, files = new Set()) {
  const chunk = manifest[key]
  if (chunk === undefined) throw new Error(`scripts/budgets.json names ${key}, which is not in the build.`)
  files.add(chunk.file)
  for (const css of chunk.css ?? []) files.add(css)
  for (const imported of chunk.imports ?? []) load(imported, files)
  return files
}

for (const [name, { parts, js, css }] of Object.entries(budgets)) {
  const files = new Set(parts.flatMap((part) => [...load(part)]))
  const kilobytes = (end) =>
    [...files].filter((it) => it.endsWith(end)).reduce((sum, it) => sum + sizes.get(it), 0) / 1000
  const line = `${name}: ${kilobytes('.js').toFixed(1)} of ${js} KB script, ${kilobytes('.css').toFixed(1)} of ${css} KB style`
  const over = kilobytes('.js') > js || kilobytes('.css') > css
  failed ||= over
  console.log(over ? `TOO LARGE  ${line}` : `within     ${line}`)
}

rmSync(new URL('.vite/', dist), { recursive: true })
if (failed) process.exit(1)
