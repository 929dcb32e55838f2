import { readFileSync } from 'node:fs'
import type { APIRequestContext, Page } from '@playwright/test'
import { expect, PASSWORD, test } from '../fixture'
import { adminOf, mark } from '../people'
import { expectLive } from '../wire'

const SAMPLE = new URL('../../../backend/bench/src/main/resources/sample-incidents.csv', import.meta.url)
const INCIDENTS = 240
const PEOPLE = 6
const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'P5']

/** The incidents of the sample in the order in which they came, as tasks of this story. */
function incidents(name: string, skill: string) {
  const [head = '', ...lines] = readFileSync(SAMPLE, 'utf8').trim().split('\n')
  const columns = head.trim().split(',')
  return lines.slice(0, INCIDENTS).map((line) => {
    const cells = line.trim().split(',')
    const of = (column: string) => cells[columns.indexOf(column)]
    return {
      title: `${name} ${of('id')}`,
      priority: `P${of('priority')}`,
      category: of('category'),
      requiredSkills: [skill],
    }
  })
}

/** Somebody at work through the API, until everything is done: takes what is assigned and completes it. */
async function colleague(request: APIRequestContext, username: string) {
  const signedIn = await request.post('/api/v1/auth/login', { data: { username, password: PASSWORD } })
  const headers = { Authorization: `Bearer ${(await signedIn.json()).accessToken}` }
  const me = (path: string) => `/api/v1/me/${path}`
  await request.put(me('presence'), { headers, data: { status: 'AVAILABLE' } })
  const get = async (path: string) => (await request.get(me(path), { headers })).json()
  return {
    closed: async (): Promise<string[]> =>
      (await get('assignments?state=closed&size=200')).items.map((it: { taskId: string }) => it.taskId),
    workUntil: async (over: () => boolean) => {
      while (!over()) {
        const { items } = await get('assignments?state=open')
        for (const { id } of items) {
          const answer = await request.post(me(`assignments/${id}/complete`), {
            headers,
            data: { comment: 'Done as in the record.' },
          })
          expect(answer.ok(), `complete: ${answer.status()}`).toBe(true)
        }
        if (items.length === 0) await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
  }
}

/** The tasks that a list shows, from its top to its end, as often as it shows them. */
async function listed(page: Page, list: string) {
  const grid = page.getByRole('grid', { name: list })
  return grid.evaluate(async (it) => {
    const scroll = it.parentElement as HTMLElement
    const seen = new Map<number, string>()
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    for (let top = 0; ; top += 200) {
      scroll.scrollTop = top
      await frame()
      await frame()
      for (const row of it.querySelectorAll<HTMLElement>('[data-index]')) {
        const task = row.querySelector<HTMLElement>('[data-task]')?.dataset['task']
        if (task) seen.set(Number(row.dataset['index']), task)
      }
      if (top > scroll.scrollHeight) return [...seen.values()]
    }
  })
}

test('real incidents stream through while three pages are open: in the end these say what the API says', async ({
  person,
  request,
}) => {
  test.setTimeout(300_000)
  const admin = await adminOf(request)
  const name = mark()
  await admin.send('/skills', { name })
  const usernames = Array.from({ length: PEOPLE }, (_, index) => `replay-${index}-${name}`)
  for (const username of usernames)
    await admin.send('/workers', {
      username,
      displayName: username,
      password: PASSWORD,
      skills: [{ name }],
      capacity: 3,
    })
  const people = await Promise.all(usernames.map((it) => colleague(request, it)))

  const queue = await person('admin', `/queue?q=${encodeURIComponent(`state:any "${name}"`)}`)
  const overview = await person('manager', '/overview')
  const work = await person(usernames[0] as string, '/my-work')
  for (const page of [queue, overview, work]) {
    await expectLive(page)
    await page.mouse.move(2, 2)
  }

  const tasks = incidents(name, name)
  const ids: string[] = []
  let over = false
  const shift = Promise.all(people.map((it) => it.workUntil(() => over)))
  for (const task of tasks) ids.push((await admin.send('/tasks', task)).id)
  await expect
    .poll(async () => (await Promise.all(people.map((it) => it.closed()))).flat().length, {
      timeout: 120_000,
    })
    .toBe(INCIDENTS)
  over = true
  await shift
  expect(new Set(ids).size).toBe(INCIDENTS)

  const done = (await Promise.all(people.map((it) => it.closed()))).flat()
  expect(done.toSorted()).toEqual(ids.toSorted())

  const grid = queue.getByRole('grid', { name: 'Tasks' })
  await expect(grid).toHaveAttribute('aria-rowcount', `${INCIDENTS + 1}`)
  await expect(grid.getByText('Completed', { exact: true }).first()).toBeVisible()
  expect((await listed(queue, 'Tasks')).toSorted()).toEqual(ids.toSorted())

  const mine = (await people[0]?.closed()) ?? []
  await expect(work.getByRole('grid', { name: 'My work' })).toHaveAttribute(
    'aria-rowcount',
    `${mine.length + 1}`,
  )

  const table = overview.getByRole('region', { name: 'Tasks by state and priority' }).getByRole('row')
  await expect(async () => {
    const { byStatus, byQueue } = await admin.get('/statistics')
    const counted = (status: string, priority: string) =>
      Object.values<Record<string, Record<string, number>>>(byQueue).reduce(
        (sum, it) => sum + (it[status]?.[priority] ?? 0),
        0,
      )
    for (const [status, word] of [
      ['QUEUED', 'Queued'],
      ['IN_PROGRESS', 'In progress'],
      ['COMPLETED', 'Completed'],
    ] as const) {
      const cells = await table.filter({ hasText: word }).getByRole('cell').allTextContents()
      const numbers = cells.map((it) => Number(it.replace(/\D/g, '')))
      expect(numbers).toEqual([...PRIORITIES.map((it) => counted(status, it)), byStatus[status] ?? 0])
    }
  }).toPass({ timeout: 20_000 })
})
