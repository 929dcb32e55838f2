// Starts the packaged server with the demo on a free port, plays the stories, stops it. On the servers that
// WARREN_TEST_* name, else on embedded ones.
import { spawn, spawnSync } from 'node:child_process'
import { createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const READY_WITHIN = 180_000
const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '..', '..')
const target = join(here, 'target')
const app = join(target, 'app')
const embedded = join(root, 'backend', 'embedded', 'target')
const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java'
const env = process.env

if (process.argv.slice(2).some((it) => it !== '' && it !== 'false')) process.exit(0)

extract()
const port = await freePort()
const database = `warren_stories_${process.pid}`
const named = env.WARREN_TEST_DATABASE_URL !== undefined
const address = env.WARREN_TEST_DATABASE_URL?.match(/^(jdbc:\w+:\/\/[^/]+\/)[^?]*(\?.*)?$/)
const server = start()
let status = 1
try {
  await ready()
  status = spawnSync('npx', ['playwright', 'test'], {
    cwd: join(here, '..'),
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...env, WARREN_URL: `http://localhost:${port}` },
  }).status
} catch (error) {
  console.error(`warren-web-stories: ${error.message}`)
} finally {
  await stop()
}
process.exit(status ?? 1)

function extract() {
  const jars = join(root, 'backend', 'server', 'target')
  const jar = readdirSync(jars).find((it) => /^warren-server-.*(?<!sources|javadoc)\.jar$/.test(it))
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target)
  const tools = ['-Djarmode=tools', '-jar', join(jars, jar), 'extract', '--destination', app]
  if (spawnSync(java, tools, { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
    throw new Error(`${jar} is broken`)
}

function start() {
  if (named) sql(`CREATE DATABASE ${database}`)
  const classes = [
    join(
      app,
      readdirSync(app).find((it) => it.endsWith('.jar')),
    ),
  ]
  if (!named) classes.push(join(embedded, 'classes'), join(embedded, 'lib', '*'))
  const redis = new URL(env.WARREN_TEST_REDIS_URL ?? 'redis://none')
  redis.pathname = `/${1 + (process.pid % 15)}`
  const process_ = spawn(
    java,
    [
      '-Xmx512m',
      '-XX:TieredStopAtLevel=1',
      '-cp',
      classes.join(delimiter),
      'dev.warren.server.WarrenServer',
      `--server.port=${port}`,
      `--warren.data=${join(target, 'data')}`,
    ],
    {
      env: {
        ...env,
        SPRING_PROFILES_ACTIVE: 'demo',
        ...(named && {
          SPRING_DATASOURCE_URL: `${address[1]}${database}${address[2] ?? ''}`,
          SPRING_DATASOURCE_USERNAME: env.WARREN_TEST_DATABASE_USER ?? 'root',
          SPRING_DATASOURCE_PASSWORD: env.WARREN_TEST_DATABASE_PASSWORD ?? '',
          WARREN_REDIS_URL: redis.href,
          // the encoded virtual host / is the default, and Spring would take it literally
          SPRING_RABBITMQ_ADDRESSES: env.WARREN_TEST_RABBITMQ_URL.replace(/\/%2f$/i, ''),
          WARREN_SECURITY_TOKENKEY: 'dGhpcyBrZXkgaXMga25vd24gdG8gZXZlcnlib2R5ISE=',
        }),
      },
    },
  )
  const log = createWriteStream(join(target, 'server.log'))
  process_.stdout.pipe(log, { end: false })
  process_.stderr.pipe(log, { end: false })
  return process_
}

async function ready() {
  const until = Date.now() + READY_WITHIN
  while (Date.now() < until) {
    if (server.exitCode !== null) break
    const answer = await fetch(`http://localhost:${port}/api/v1/health`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`the server did not start; see ${join(target, 'server.log')}`)
}

async function stop() {
  if (server.exitCode === null) {
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await gone
  }
  if (named) sql(`DROP DATABASE ${database}`)
}

function sql(statement) {
  const user = env.WARREN_TEST_DATABASE_USER ?? 'root'
  const line = [
    '-cp',
    join(app, 'lib', '*'),
    join(here, 'Database.java'),
    `${address[1]}${address[2] ?? ''}`,
    user,
    env.WARREN_TEST_DATABASE_PASSWORD ?? '',
    statement,
  ]
  if (spawnSync(java, line, { stdio: 'inherit' }).status !== 0) throw new Error(`failed: ${statement}`)
}

function freePort() {
  return new Promise((resolve) => {
    const socket = createServer()
    socket.listen(0, () => {
      const { port: free } = socket.address()
      socket.close(() => resolve(free))
    })
  })
}
