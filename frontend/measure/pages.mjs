// Lighthouse on the pages that people open most, as the packaged server delivers them: see docs/measuring.md.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import desktop from 'lighthouse/core/config/desktop-config.js'
import { Account, atLeast, executablePath, quantile, signIn, Verdict, withServer } from './warren.mjs'

const PAGES = [
  { name: 'login', path: '/sign-in' },
  { name: 'desk', path: '/desk', as: 'ada' },
  { name: 'queue', path: '/queue', as: 'admin' },
  { name: 'overview', path: '/overview', as: 'manager' },
]
const FORMS = [
  { name: 'desktop', config: desktop, runs: 3, performance: atLeast(95) },
  { name: 'mobile', config: undefined, runs: 3, performance: undefined },
]
const CATEGORIES = ['performance', 'accessibility', 'best-practices']
const TIMES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time']

const verdict = new Verdict()
const found = []
await withServer(async (url) => {
  // with work on the desk
  await new Account(url, 'ada').call('PUT', '/me/presence', { status: 'AVAILABLE' })
  for (const page of PAGES) await measure(url, page)
})
const target = new URL('target/', import.meta.url)
mkdirSync(target, { recursive: true })
writeFileSync(new URL('pages.json', target), JSON.stringify(found, null, 2))
verdict.end()

/** Each page in a browser of its own: Lighthouse opens the address anew, as somebody who is signed in. */
async function measure(url, { name, path, as }) {
  const profile = mkdtempSync(join(tmpdir(), 'warren-measure-'))
  const port = await freePort()
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage()
    if (as) await signIn(page, url, as, path)
    await page.goto('about:blank')
    for (const form of FORMS) {
      const reports = []
      for (let run = 0; run < form.runs; run++) reports.push(await look(url + path, port, form.config))
      tell(name, form, reports)
    }
  } finally {
    await browser.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

async function look(address, port, config) {
  const result = await lighthouse(address, { port, onlyCategories: CATEGORIES, logLevel: 'error' }, config)
  const { runtimeError, finalDisplayedUrl, categories, audits } = result.lhr
  if (runtimeError) throw new Error(`${address}: ${runtimeError.message}`)
  if (finalDisplayedUrl !== address) throw new Error(`${address} led to ${finalDisplayedUrl}`)
  const failed = ['accessibility', 'best-practices'].flatMap((it) =>
    categories[it].auditRefs
      .filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1)
      .map(({ id }) => id),
  )
  return {
    scores: Object.fromEntries(CATEGORIES.map((it) => [it, Math.round(categories[it].score * 100)])),
    times: Object.fromEntries(TIMES.map((it) => [it, Math.round(audits[it].numericValue)])),
    shift: audits['cumulative-layout-shift'].numericValue,
    failed,
  }
}

function tell(name, form, reports) {
  const median = (of) => quantile(reports.map(of), 0.5)
  console.log(`${name}, ${form.name}: performance ${reports.map((it) => it.scores.performance).join(', ')}`)
  verdict.say(
    'performance, median',
    median((it) => it.scores.performance),
    '',
    form.performance,
  )
  verdict.say(
    'accessibility, lowest',
    Math.min(...reports.map((it) => it.scores.accessibility)),
    '',
    atLeast(100),
  )
  verdict.say(
    'best practices, lowest',
    Math.min(...reports.map((it) => it.scores['best-practices'])),
    '',
    atLeast(95),
  )
  for (const time of TIMES)
    verdict.say(
      time,
      median((it) => it.times[time]),
      'ms',
    )
  verdict.say('layout shift × 1000', median((it) => it.shift) * 1_000, '')
  const failed = [...new Set(reports.flatMap((it) => it.failed))]
  if (failed.length > 0) console.log(`  not passed: ${failed.join(', ')}`)
  found.push({ page: name, form: form.name, reports })
}

function freePort() {
  return new Promise((resolve) => {
    const socket = createServer()
    socket.listen(0, '127.0.0.1', () => {
      const { port } = socket.address()
      socket.close(() => resolve(port))
    })
  })
}
