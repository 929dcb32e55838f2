// The packaged server with the demo, on a free port and a database of its own: started, killed and started again.
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
const named = env.WARREN_TEST_DATABASE_URL !== undefined
const address = env.WARREN_TEST_DATABASE_URL?.match(/^(jdbc:\w+:\/\/[^/]+\/)[^?]*(\?.*)?$/)

export class Server {
  static async packaged() {
    extract()
    const server = new Server(await freePort())
    if (named) sql(`CREATE DATABASE ${server.database}`)
    return server
  }

  constructor(port) {
    this.port = port
    this.url = `http://localhost:${port}`
    this.database = `warren_stories_${process.pid}`
  }

  async start() {
    this.process = spawn(java, this.arguments(), { env: this.environment() })
    const log = createWriteStream(join(target, 'server.log'), { flags: 'a' })
    this.process.stdout.pipe(log, { end: false })
    this.process.stderr.pipe(log, { end: false })
    const until = Date.now() + READY_WITHIN
    while (Date.now() < until && this.runs()) {
      const answer = await fetch(`${this.url}/api/v1/health`).catch(() => undefined)
      if (answer?.ok) return
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    throw new Error(`the server did not start; see ${join(target, 'server.log')}`)
  }

  async end(signal) {
    if (this.process === undefined || !this.runs()) return
    const gone = new Promise((resolve) => this.process.once('exit', resolve))
    this.process.kill(signal)
    await gone
  }

  async remove() {
    await this.end('SIGTERM')
    if (named) sql(`DROP DATABASE ${this.database}`)
  }

  runs() {
    return this.process.exitCode === null && this.process.signalCode === null
  }

  arguments() {
    const jar = readdirSync(app).find((it) => it.endsWith('.jar'))
    const classes = [join(app, jar)]
    if (!named) classes.push(join(embedded, 'classes'), join(embedded, 'lib', '*'))
    return [
      '-Xmx512m',
      '-XX:TieredStopAtLevel=1',
      '-cp',
      classes.join(delimiter),
      'dev.warren.server.WarrenServer',
      `--server.port=${this.port}`,
      `--warren.data=${join(target, 'data')}`,
    ]
  }

  environment() {
    const redis = new URL(env.WARREN_TEST_REDIS_URL ?? 'redis://none')
    redis.pathname = `/${1 + (process.pid % 15)}`
    return {
      ...env,
      SPRING_PROFILES_ACTIVE: 'demo',
      ...(named && {
        SPRING_DATASOURCE_URL: `${address[1]}${this.database}${address[2] ?? ''}`,
        SPRING_DATASOURCE_USERNAME: env.WARREN_TEST_DATABASE_USER ?? 'root',
        SPRING_DATASOURCE_PASSWORD: env.WARREN_TEST_DATABASE_PASSWORD ?? '',
        WARREN_REDIS_URL: redis.href,
        // the encoded virtual host / is the default, and Spring would take it literally
        SPRING_RABBITMQ_ADDRESSES: env.WARREN_TEST_RABBITMQ_URL.replace(/\/%2f$/i, ''),
        WARREN_SECURITY_TOKENKEY: 'dGhpcyBrZXkgaXMga25vd24gdG8gZXZlcnlib2R5ISE=',
      }),
    }
  }
}

function extract() {
  const jars = join(root, 'backend', 'server', 'target')
  const jar = readdirSync(jars).find((it) => /^warren-server-.*(?<!sources|javadoc)\.jar$/.test(it))
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target)
  const tools = ['-Djarmode=tools', '-jar', join(jars, jar), 'extract', '--destination', app]
  if (spawnSync(java, tools, { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0)
    throw new Error(`${jar} is broken`)
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
      const { port } = socket.address()
      socket.close(() => resolve(port))
    })
  })
}
