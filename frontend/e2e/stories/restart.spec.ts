import type { APIRequestContext, Page } from '@playwright/test'
import { expect, test } from '../fixture'
import { adminOf, mark, newcomer } from '../people'
import { chip, expectLive } from '../wire'

const CONTROL = process.env['WARREN_CONTROL_URL']
/** A client that was away waits up to 15 s between two tries. */
const BACK = { timeout: 40_000 }

async function server(request: APIRequestContext, act: 'kill' | 'start') {
  const answer = await request.post(`${CONTROL}/${act}`, { timeout: 180_000 })
  expect(answer.ok(), await answer.text()).toBe(true)
}

const article = (page: Page, title: string) => page.getByRole('article', { name: title })
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })

test('the server dies and comes back: open pages say so, keep what was typed, and go on without a reload', async ({
  person,
  request,
  faults,
}) => {
  test.setTimeout(240_000)
  faults.expect(/WebSocket/, /net::ERR_(CONNECTION_|EMPTY_RESPONSE|INCOMPLETE)/, /status of 50[23]/)
  const name = mark()
  const wren = await newcomer(request, 2)
  const desk = await person(wren.username, '/desk')
  await desk.getByRole('button', { name: 'Start shift' }).click()
  const title = `${name} outlives`
  const id = await wren.ask(title)
  await expect(article(desk, title)).toBeVisible()
  const queue = await person(
    'admin',
    `/queue?q=${encodeURIComponent(`state:any "${name}"`)}&inspect=task:${id}`,
  )
  const now = await queue.context().newPage()
  await now.goto('/now')
  const pages = [desk, queue, now]
  for (const page of pages) {
    await expectLive(page)
    await page.evaluate(() => Object.assign(window, { stayed: true }))
  }
  const comment = desk.getByRole('textbox', { name: 'Comment' })
  await comment.fill('Written while it was away.')

  await server(request, 'kill')
  for (const page of pages) await expect(chip(page, /^Offline since [\d:]+$/)).toBeVisible()
  await comment.press('Control+Enter')
  await expect(desk.getByRole('alert')).toContainText('You are offline, so nothing was sent.')
  await expect(article(desk, title)).toBeVisible()
  await details(queue).getByRole('button', { name: 'Cancel task' }).click()
  await expect(queue.getByRole('region', { name: 'Notices' })).toContainText('The server cannot be reached.')
  await expect(details(queue).getByText('Assigned', { exact: true }).first()).toBeVisible()

  await server(request, 'start')
  for (const page of pages) await expect(chip(page, 'Live')).toBeVisible(BACK)
  await expect(comment).toHaveValue('Written while it was away.')
  await comment.press('Control+Enter')
  await expect(desk.getByText(`Completed: ${title}`)).toBeVisible()
  await expect(details(queue).getByText('Completed', { exact: true }).first()).toBeVisible()
  await expect(
    details(queue)
      .getByRole('listitem')
      .filter({ hasText: /Assigned to/ }),
  ).toHaveCount(1)

  const next = `${name} afterwards`
  const admin = await adminOf(request)
  await admin.send('/tasks', { title: next, priority: 'P2', requiredSkills: [wren.skill] })
  await expect(article(desk, next)).toBeVisible()
  await queue.getByRole('heading', { level: 1 }).hover()
  const rows = queue.getByRole('grid', { name: 'Tasks' }).locator('[data-task]')
  await expect(rows).toHaveCount(2)
  await desk.getByRole('button', { name: /notice/i }).click()
  await expect(desk.getByText(`Assigned to you: ${title}`)).toHaveCount(1)
  await expect(desk.getByText(`Assigned to you: ${next}`)).toHaveCount(1)
  for (const page of pages) expect(await page.evaluate(() => 'stayed' in window)).toBe(true)
})
