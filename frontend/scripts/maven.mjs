// What the Maven build asks for: `build`, or `check` and what may switch it off. Does nothing that is up to date.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const OLDEST_NODE = 20
const SOURCES = ['src', 'e2e', 'scripts', 'measure', '../docs/openapi.json']

process.chdir(new URL('..', import.meta.url).pathname.replace(/^\/(\w:)/, '$1'))

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  fail(`Node ${process.versions.node} found, ${OLDEST_NODE} or newer needed: https://nodejs.org`)
}

const [task, ...switches] = process.argv.slice(2)
// a run for one Java test, or without tests
if (switches.some((it) => it !== '' && it !== 'false')) process.exit(0)

install()
const state = `${task} ${process.versions.node} ${digest(files())}`
const stamp = join('target', `web-${task}`)
const done = existsSync(stamp) && readFileSync(stamp, 'utf8') === state
if (!done || (task === 'build' && !existsSync('dist/index.html'))) {
  run(['run', '--silent', task])
  mkdirSync('target', { recursive: true })
  writeFileSync(stamp, state)
}

/** As the lock file says, unless that is what is there. */
function install() {
  const installed = 'node_modules/.warren-installed'
  const wanted = digest(['package.json', 'package-lock.json'])
  if (existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return
  run(['ci', '--ignore-scripts'])
  writeFileSync(installed, wanted)
}

function files() {
  const here = readdirSync('.').filter((it) => statSync(it).isFile())
  return [...here, ...SOURCES.flatMap(below)].sort()
}

function below(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((it) => it !== 'target' && it !== 'node_modules')
    .flatMap((it) => below(join(path, it)))
}

function digest(paths) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path).update(readFileSync(path))
  return hash.digest('hex')
}

function run(args) {
  const { status, error } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (error) fail(`npm cannot be run (${error.message}): it comes with Node, https://nodejs.org`)
  if (status !== 0) fail(`npm ${args.join(' ')} failed; its messages are above.`)
}

function fail(message) {
  console.error(`warren-web: ${message}`)
  process.exit(1)
}
