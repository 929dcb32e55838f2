import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../fixture'

/** What no demo task says, so that a story meets only its own. */
const mark = () => `story ${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`

/** A call as the person of that page, as another session would make it. */
async function call(page: Page, method: string, path: string, body?: object): Promise<unknown> {
  const { accessToken } = (await (
    await page.request.post('/api/v1/auth/login', {
      data: { username: 'admin', password: 'try-the-burrow' },
    })
  ).json()) as { accessToken: string }
  const response = await page.request.fetch(`/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${accessToken}` },
    ...(body && { data: body }),
  })
  expect(response.ok(), `${method} ${path}: ${await response.text()}`).toBe(true)
  return response.json()
}

const create = (page: Page, title: string, priority: string) =>
  call(page, 'POST', '/tasks', { title, priority, requiredSkills: ['network'] }) as Promise<{ id: string }>

const grid = (page: Page) => page.getByRole('grid', { name: 'Tasks' })
const titled = (page: Page, title: string) => grid(page).getByRole('row').filter({ hasText: title })
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })
const undo = (page: Page) =>
  page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' })

test('an admin filters, changes a priority and cancels, and takes both back', async ({ person }) => {
  const page = await person('admin', '/queue')
  const name = mark()
  await create(page, `${name} cable`, 'P4')
  await create(page, `${name} switch`, 'P5')
  await page.goto('/queue')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Queue')
  await expect(grid(page).getByRole('columnheader', { name: 'Why it waits' })).toBeVisible()

  await page.keyboard.press('/')
  await page.keyboard.type('p:7')
  await page.keyboard.press('Enter')
  await expect(page.getByText('“7” is nothing that p knows.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Filter' }).fill(`p:4,5 "${name}"`)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=p/)
  await expect(grid(page).getByRole('row')).toHaveCount(3)
  await page.getByRole('button', { name: 'Remove Priority: 4, 5' }).click()

  await titled(page, 'cable').click()
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(`${name} cable`)
  await expect(details(page).getByText('Nothing was altered')).toBeVisible()
  await details(page).getByRole('button', { name: 'Priority' }).click()
  await details(page).getByRole('button', { name: /P1/ }).click()
  await expect(details(page).getByText('Priority P4 became P1')).toBeVisible()
  await undo(page).click()
  await expect(details(page).getByText('Priority P1 became P4')).toBeVisible()

  await details(page).getByRole('button', { name: 'Cancel task' }).click()
  await expect(details(page).getByText('Cancelled').first()).toBeVisible()
  await page.keyboard.press('u')
  await expect(details(page).getByText('Queued again')).toBeVisible()
})

test('a change that somebody else made first is shown, and decided', async ({ person, faults }) => {
  faults.expect(/status of 412/)
  const page = await person('admin', '/queue')
  const name = mark()
  const { id } = await create(page, name, 'P5')
  // the page does not hear of the other change before it acts
  await page.routeWebSocket(/\/ws$/, (socket) => socket.close())
  await page.goto(`/queue?inspect=task:${id}`)
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(name)
  let first = true
  await page.route(`**/api/v1/tasks/${id}/priority`, async (route) => {
    if (first) await call(page, 'POST', `/tasks/${id}/priority`, { priority: 'P2' })
    first = false
    await route.continue()
  })
  await page.keyboard.press('p')
  await page.keyboard.press('4')
  const note = page.getByRole('alert', { name: 'Somebody else was first' })
  await expect(note).toContainText('P5 became P2')
  await note.getByRole('button', { name: 'Apply mine' }).click()
  await expect(note).toBeHidden()
  await expect(details(page).getByText('Priority P2 became P4')).toBeVisible()
})

test('an admin assigns by hand, and sees why others cannot', async ({ person }) => {
  const page = await person('admin', '/queue')
  const name = mark()
  const { id } = await create(page, name, 'P5')
  // of one row, so that looking at everything takes no longer than the story may
  await page.goto(`/queue?q=${encodeURIComponent(`"${name}"`)}&inspect=task:${id}`)
  await details(page).getByRole('button', { name: 'Assign by hand' }).click()
  await expect(
    details(page)
      .getByText(/Lacks network/)
      .first(),
  ).toBeVisible()
})

test('rows hold still while somebody aims, and another session creates tasks', async ({ person }) => {
  const page = await person('admin', '/queue')
  const name = mark()
  await create(page, `${name} a`, 'P5')
  await create(page, `${name} b`, 'P5')
  await page.goto(`/queue?q=${encodeURIComponent(`"${name}"`)}`)
  const titles = async () =>
    (await grid(page).locator('[data-task]').allTextContents()).map((it) => it.slice(-1)).join('')
  const pill = page.getByRole('button', { name: /: show$/ })
  await expect.poll(titles).toBe('ab')
  await page.getByRole('heading', { level: 1 }).hover()

  await titled(page, `${name} b`).hover()
  await create(page, `${name} c`, 'P1')
  await expect(pill).toHaveText('1 new: show')
  expect(await titles()).toBe('ab')
  await page.getByRole('heading', { level: 1 }).hover()
  await expect.poll(titles).toBe('cab')

  await page.getByRole('checkbox', { name: `Select ${name} a` }).check()
  await page.getByRole('heading', { level: 1 }).click()
  await create(page, `${name} d`, 'P1')
  await expect(pill).toHaveText('1 new: show')
  expect(await titles()).toBe('cab')
  await page.getByRole('button', { name: 'Select none' }).click()
  await page.getByRole('heading', { level: 1 }).click()
  await expect.poll(titles).toBe('cdab')

  await titled(page, `${name} a`).focus()
  await create(page, `${name} e`, 'P1')
  await expect(pill).toHaveText('1 new: show')
  expect(await titles()).toBe('cdab')
  await pill.click()
  await expect.poll(titles).toBe('cdeab')

  await page.keyboard.press('/')
  await page.getByRole('combobox', { name: 'Filter' }).fill('')
  await page.keyboard.press('Enter')
  await page.mouse.move(0, 0)
  await expect(grid(page).getByRole('columnheader', { name: 'Why it waits' })).toBeVisible()
  const rows = () => grid(page).locator('[data-task]').allTextContents()
  // until the answer is there, the rows are those of the last filter
  await expect.poll(async () => (await rows()).length).toBeGreaterThan(10)
  const top = await rows()
  await grid(page).evaluate((it) => it.parentElement?.scrollTo({ top: 400 }))
  await expect.poll(rows).not.toEqual(top)
  const inSight = await rows()
  await create(page, `${name} f`, 'P1')
  await expect(pill).toBeVisible()
  expect(await rows()).toEqual(inSight)
})

test('a view is saved, opened and deleted', async ({ person }) => {
  const page = await person('manager', '/queue')
  const name = mark()
  await page.goto('/queue?q=state:any')
  await page.getByRole('button', { name: 'Saved views' }).click()
  await page.getByRole('textbox', { name: 'Name for what is shown now' }).fill(name)
  await page.getByRole('button', { name: 'Save the view' }).click()
  await expect(page.getByRole('button', { name: `Delete the view “${name}”` })).toBeVisible()
  await expectAccessible(page)
  await page.goto('/queue')
  await page.getByRole('button', { name: 'Saved views' }).click()
  await page.getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('combobox', { name: 'Filter' })).toHaveValue('state:any')
  await page.getByRole('button', { name: 'Saved views' }).click()
  await page.getByRole('button', { name: `Delete the view “${name}”` }).click()
  await expect(page.getByRole('button', { name: `Delete the view “${name}”` })).toBeHidden()
})

test('a manager sees the queue and a task, and can change nothing', async ({ person }) => {
  const page = await person('manager', '/queue')
  await page.goto('/queue')
  await grid(page).getByRole('row').nth(1).click()
  await expect(details(page).getByRole('heading', { name: 'Summary' })).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await expect(details(page).getByRole('button', { name: 'Cancel task' })).toHaveCount(0)
})
