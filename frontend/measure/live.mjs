// The queue while it lives, in a real browser on the packaged server: see docs/measuring.md.
import { chromium } from '@playwright/test'
import { feed, observe, scroll } from './in-page.mjs'
import { Account, atLeast, atMost, executablePath, quantile, signIn, Verdict, withServer } from './warren.mjs'

const RATE = 200
const FED = process.argv.includes('--fed')
// of fed changes, which come as a server under load sends them: several of one commit
const EACH = 10
const SECONDS = 30
const BATCH = 1_000
const STEP = 160
// more at once only makes a queue before the server
const AT_ONCE = 32
const KEPT = 5_000
const PRIORITIES = ['P2', 'P3', 'P4']
// apart from the tasks of the demo, whose priorities stay
const QUEUE = `measured-${Date.now()}`

const verdict = new Verdict()

await withServer(async (url) => {
  const admin = new Account(url, 'admin')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.addInitScript(observe)
    await admin.call('POST', '/queues', { name: QUEUE })
    const tasks = await create(admin, 10_000)
    await signIn(page, url, 'admin', `/queue?q=queue:${QUEUE}`)
    const measured = await measuring(page)

    await measured('10 000 waiting, at the top of the list', tasks, admin, () => rest(SECONDS))
    await loadAll(page)
    await measured(`10 000 waiting, ${KEPT} of them loaded, the pointer on a row`, tasks, admin, () =>
      rest(SECONDS),
    )
    await measured(`10 000 waiting, ${KEPT} of them loaded, scrolling`, tasks, admin, () => scrolling(page))

    await create(admin, 90_000)
    await page.reload()
    await loadAll(page)
    await measured('100 000 waiting, scrolling', tasks, admin, () => scrolling(page))
  } finally {
    await browser.close()
  }
})
verdict.end()

/** Tasks that differ in priority and skill; nobody of the demo is at work, so they wait. */
async function create(admin, count) {
  const { items } = await admin.call('GET', '/skills')
  const tasks = []
  for (let done = 0; done < count; done += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, index) => ({
      title: `Measured task ${done + index}`,
      queue: QUEUE,
      priority: PRIORITIES[index % PRIORITIES.length],
      requiredSkills: [items[index % items.length].name],
    }))
    const { ids } = await admin.call('POST', '/tasks/batch', { tasks: batch })
    tasks.push(...ids.map((id, index) => ({ id, version: 1, priority: batch[index].priority, busy: false })))
  }
  return tasks
}

async function measuring(page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const metric = async (name) => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return metrics.find((it) => it.name === name).value
  }
  return async (name, tasks, admin, during) => {
    await page.waitForFunction(() => document.querySelectorAll('[data-task]').length > 0)
    await page.evaluate(() => {
      Object.assign(window.measured, { painted: [], sinceCommit: [], frames: 0, changes: 0, long: [] })
      performance.clearResourceTimings()
      performance.setResourceTimingBufferSize(5_000)
    })
    const events = await (FED ? feeding(page, tasks) : changing(page, tasks, admin))
    const [busy, began] = [await metric('TaskDuration'), Date.now()]
    const frames = await during()
    const seconds = (Date.now() - began) / 1_000
    const load = ((await metric('TaskDuration')) - busy) / seconds
    await events.stop()
    const seen = await page.evaluate(() => ({
      ...window.measured,
      rows: Number(document.querySelector('[role=grid]').getAttribute('aria-rowcount')) - 1,
      drawn: document.querySelectorAll('[role=row][data-index]').length,
      pages: performance
        .getEntriesByType('resource')
        .filter((it) => it.name.includes('/waiting'))
        .map((it) => it.duration),
    }))
    await devtools.send('HeapProfiler.collectGarbage')
    const heap = (await metric('JSHeapUsedSize')) / 1e6

    console.log(`${name} (${seen.rows} rows)`)
    verdict.say('changes that arrived', seen.changes / seconds, 'each second', atLeast(0.95 * RATE))
    verdict.say('changes seen in a row', seen.painted.length, '')
    verdict.say('arrived → painted, p50', quantile(seen.painted, 0.5), 'ms')
    verdict.say('arrived → painted, p95', quantile(seen.painted, 0.95), 'ms', atMost(100))
    if (!FED) {
      verdict.say('committed → painted, p50', quantile(seen.sinceCommit, 0.5), 'ms')
      verdict.say('committed → painted, p95', quantile(seen.sinceCommit, 0.95), 'ms', atMost(500))
    }
    if (frames) {
      verdict.say('frame while scrolling, p50', quantile(frames, 0.5), 'ms')
      verdict.say('frame while scrolling, p95', quantile(frames, 0.95), 'ms', atMost(33))
    }
    verdict.say('longest task', Math.max(0, ...seen.long), 'ms')
    verdict.say('tasks over 100 ms', seen.long.filter((it) => it > 100).length, '')
    if (seen.pages.length > 0)
      verdict.say('a page of 200 from the server, p95', quantile(seen.pages, 0.95), 'ms')
    verdict.say('main thread', load * 100, '% busy')
    verdict.say('rows in the document', seen.drawn, '')
    verdict.say('JavaScript heap', heap, 'MB', atMost(120))
  }
}

/** Changes priorities through the API at the rate, half of them of rows in sight, until it is stopped. */
function changing(page, tasks, admin) {
  const byId = new Map(tasks.map((it) => [it.id, it]))
  let stopped = false
  let visible = []
  const look = async () => {
    while (!stopped) {
      const ids = await page.evaluate(() =>
        [...document.querySelectorAll('[data-task]')].map((it) => it.dataset.task),
      )
      visible = ids.flatMap((id) => byId.get(id) ?? [])
      await rest(0.5)
    }
  }
  const one = async () => {
    const from = visible.length > 0 && Math.random() < 0.5 ? visible : tasks
    const task = from[Math.floor(Math.random() * from.length)]
    if (task.busy) return
    task.busy = true
    const priority = PRIORITIES[(PRIORITIES.indexOf(task.priority) + 1) % PRIORITIES.length]
    const headers = { 'if-match': `"${task.version}"` }
    const answer = await admin.call('POST', `/tasks/${task.id}/priority`, { priority }, headers)
    Object.assign(task, { version: answer.version, priority: answer.priority, busy: false })
  }
  const running = new Set()
  const feed = async () => {
    const began = performance.now()
    let sent = 0
    while (!stopped) {
      for (const due = ((performance.now() - began) / 1_000) * RATE; sent < due; sent++) {
        if (running.size >= AT_ONCE) continue
        const call = one().finally(() => running.delete(call))
        running.add(call)
      }
      await rest(0.02)
    }
    await Promise.all(running)
  }
  const both = Promise.all([look(), feed()])
  return {
    stop() {
      stopped = true
      return both
    },
  }
}

/** The same changes without the server: it only answers what the page fetches. */
async function feeding(page, tasks) {
  await page.waitForFunction(() => window.subscription !== undefined)
  const ids = tasks.map((it) => it.id)
  await page.evaluate(feed, { ids, queue: QUEUE, priorities: PRIORITIES, frames: RATE / EACH, each: EACH })
  return { stop: () => page.evaluate(() => clearInterval(window.feeding)) }
}

/** Scrolls until the page holds as many rows as it ever does, then puts the pointer on a row at the top. */
async function loadAll(page) {
  await page.getByRole('grid').hover({ position: { x: 600, y: 200 } })
  await page.waitForFunction(
    (kept) => {
      const list = document.querySelector('[role=grid]').parentElement
      list.scrollTop = list.scrollHeight
      return document.querySelectorAll(`[data-index="${kept - 1}"]`).length > 0
    },
    KEPT,
    { timeout: 180_000, polling: 100 },
  )
  await page.evaluate(() => document.querySelector('[role=grid]').parentElement.scrollTo({ top: 0 }))
}

function scrolling(page) {
  return page.evaluate(scroll, { step: STEP, frames: 900 })
}

function rest(seconds) {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
}
