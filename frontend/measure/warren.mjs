// What the measurements share: a server with the demo, calls to it, and a browser.
import { existsSync } from 'node:fs'

const PASSWORD = 'try-the-burrow'
const TOKEN_LIVES = 8 * 60_000

const BROWSERS = [process.env.WARREN_CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome']
export const executablePath = BROWSERS.find((it) => it !== '' && existsSync(it))

/** Runs something against the server that WARREN_URL names, else against the packaged one on data of its own. */
export async function withServer(run) {
  if (process.env.WARREN_URL) return run(process.env.WARREN_URL)
  const { Server } = await import('../e2e/server.mjs')
  const server = await Server.packaged()
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void server.remove().then(() => process.exit(130)))
  try {
    await server.start()
    return await run(server.url)
  } finally {
    await server.remove()
  }
}

/** The API as somebody of the demo may use it. */
export class Account {
  constructor(url, username) {
    this.url = url
    this.username = username
    this.since = 0
  }

  async call(method, path, body, headers = {}) {
    const answer = await this.send(method, path, body, {
      authorization: `Bearer ${await this.token()}`,
      ...headers,
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer.status === 204 ? undefined : answer.json()
  }

  async token() {
    if (Date.now() - this.since > TOKEN_LIVES) {
      this.since = Date.now()
      const answer = await this.send('POST', '/auth/login', { username: this.username, password: PASSWORD })
      if (!answer.ok) throw new Error(`${this.username} cannot sign in: ${answer.status}`)
      this.signedIn = (await answer.json()).accessToken
    }
    return this.signedIn
  }

  send(method, path, body, headers = {}) {
    return fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }
}

export async function signIn(page, url, username, path) {
  await page.goto(`${url}/sign-in?to=${encodeURIComponent(path)}`)
  await page.getByLabel('User name').fill(username)
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('navigation', { name: 'Pages' }).filter({ visible: true }).waitFor()
}

export function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)]
}

/** Prints each figure beside its goal; the exit code says whether all were met. */
export class Verdict {
  missed = false

  say(name, value, unit, goal) {
    const met = goal === undefined || goal.test(value)
    this.missed ||= !met
    const wanted = goal === undefined ? '' : ` (goal ${goal.text})${met ? '' : '  MISSED'}`
    console.log(`  ${name.padEnd(34)} ${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}${wanted}`)
  }

  end() {
    process.exitCode = this.missed ? 1 : 0
  }
}

export const atMost = (limit) => ({ text: `at most ${limit}`, test: (value) => value <= limit })
export const atLeast = (limit) => ({ text: `at least ${limit}`, test: (value) => value >= limit })
