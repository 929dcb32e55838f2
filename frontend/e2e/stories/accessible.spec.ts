import type { Page } from '@playwright/test'
import { expectAccessibleHere, SIZES } from '../accessible'
import { expect, test } from '../fixture'
import { mark, newcomer } from '../people'

/*
 * Every page of every role, in light and dark and in three widths, with what can be opened on it. Each role signs in
 * once, each page is loaded once; theme and width change in place.
 */

interface View {
  path: string
  /** What is opened first, and stays open in every width. */
  open?: (page: Page) => Promise<unknown>
  /** The buttons whose panels are opened one after the other, in each width where there is such a button. */
  menus?: readonly RegExp[]
}

const FRAME = [/^Live$/, /^(Notices|\d+ new notices?)$/, /^Profile and settings$/, /^More$/]

async function look(page: Page, views: readonly View[]) {
  for (const { path, open, menus = [] } of views) {
    await page.setViewportSize(SIZES[0])
    await page.goto(path)
    // not the one that stands there until the scripts have come
    await expect(page.locator('main:not(.boot)').getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0)
    await open?.(page)
    for (const size of SIZES) {
      await page.setViewportSize(size)
      await expectAccessibleHere(page)
      for (const menu of menus) {
        const closed = page.getByRole('button', { name: menu, expanded: false }).filter({ visible: true })
        if ((await closed.count()) === 0) continue
        const what = (await closed.getAttribute('aria-label')) ?? (await closed.textContent()) ?? ''
        await closed.press('Enter')
        await expect(closed).toHaveCount(0)
        await expectAccessibleHere(page, `${page.url()} with ${what}`)
        await page.keyboard.press('Escape')
        await expect(closed).toHaveCount(1)
      }
    }
  }
}

const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()

/** Opens what is asked before something is done, until this shows in it. */
async function form(page: Page, button: string, text: string) {
  await page.getByRole('button', { name: button, exact: true }).first().click()
  await expect(page.getByText(text).first()).toBeVisible()
}

async function hold(page: Page) {
  await form(page, 'Hold …', 'What it waits for')
  await page.getByRole('radio', { name: 'At a time …' }).check()
}

/** The sample has none, and nobody but another program can send what becomes one. */
async function withDeadLetters(page: Page) {
  const items = ['not-readable', 'validation-failed'].map((code, index) => ({
    id: `0190a1b2-0000-7000-8000-00000000000${index}`,
    deadAt: new Date().toISOString(),
    source: 'warren.task-intake',
    code,
    reason:
      'The message could not be read, because its first line is not JSON and the rest of it is not either.',
    headers: { 'x-retries': '3' },
    body: '{"title":',
  }))
  await page.route(/\/api\/v1\/dead-letters/, (route) => route.fulfill({ json: { items, next: null } }))
  return `dead-letter:${items[0]?.id}`
}

test('for a guest', async ({ page }) => {
  await look(page, [
    { path: '/sign-in', open: () => page.getByText('Other people').click() },
    { path: '/operations', menus: [/^Profile and settings$/] },
    { path: '/nothing/here' },
  ])
})

test('for a manager', async ({ person, request }) => {
  test.setTimeout(300_000)
  const wren = await newcomer(request)
  const task = await wren.ask(`Looked at ${mark()}`)
  const page = await person('manager', '/operations')
  await look(page, [
    { path: '/operations', menus: FRAME },
    { path: '/now' },
    { path: '/queue' },
    { path: `/queue?inspect=task:${task}` },
    { path: '/people' },
    { path: `/people?inspect=worker:${wren.id}` },
    { path: '/plan' },
    { path: `/plan?view=day&inspect=schedule:${wren.id}` },
    { path: '/failures' },
    { path: '/failures?show=tasks' },
    { path: '/coordination' },
    { path: '/overview', menus: [/^How it is counted: Completed$/] },
    { path: '/overview?table=true' },
    { path: '/service-levels' },
    { path: '/create' },
  ])
})

test('for an employee', async ({ person, request }) => {
  test.setTimeout(300_000)
  const wren = await newcomer(request, 2)
  const page = await person(wren.username, '/desk')
  await look(page, [{ path: '/desk' }])
  await press(page, 'Start shift')
  await wren.ask('Ended before, with a title that is long enough to break on a small screen', 'P2')
  await expect(page.getByRole('article')).toBeVisible()
  await page.getByRole('textbox', { name: 'Comment' }).fill('Ended, and said how.')
  await expect(async () => {
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/^Completed: /)).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await wren.ask('A title of some length, so that it has to break on a narrow screen', 'P1')
  await wren.ask('Another', 'P4')
  await expect(page.getByRole('region', { name: 'Next up' })).toBeVisible()
  await look(page, [
    { path: '/desk', menus: [...FRAME, /^Sound/] },
    { path: '/desk', open: (it) => hold(it) },
    { path: '/desk', open: (it) => form(it, 'Transfer …', 'To a person') },
    { path: '/desk', open: (it) => it.getByRole('textbox', { name: 'Say something' }).fill('@ad') },
    { path: '/my-work' },
    {
      path: '/my-work',
      open: async (it) => {
        await it.getByRole('grid').getByRole('row').filter({ hasText: 'Ended before' }).click()
        await expect(details(it).getByText('Ended, and said how.')).toBeVisible()
      },
    },
    { path: '/my-figures' },
    { path: '/operations' },
    { path: '/now' },
  ])
})

test('for an admin: watching', async ({ person, request }) => {
  test.setTimeout(300_000)
  const wren = await newcomer(request)
  const page = await person('admin', '/now')
  const letter = await withDeadLetters(page)
  await look(page, [
    { path: '/now', menus: FRAME },
    { path: '/operations', open: (it) => it.keyboard.press('?') },
    { path: '/operations', open: (it) => it.keyboard.press('Control+k') },
    { path: '/people' },
    { path: `/people?inspect=worker:${wren.id}` },
    {
      path: `/people?inspect=worker:${wren.id}`,
      open: async (it) => {
        await details(it).getByRole('button', { name: 'Edit' }).click()
        await details(it).getByRole('button', { name: 'Add a skill' }).click()
      },
    },
    {
      path: '/people',
      open: (it) => it.getByRole('button', { name: 'Add a person' }).click(),
    },
    { path: '/failures' },
    { path: `/failures?inspect=${letter}` },
    { path: '/failures?show=tasks' },
    { path: '/coordination' },
    {
      path: `/plan?inspect=schedule:${wren.id}`,
      open: async (it) => {
        await details(it).getByRole('button', { name: 'Add a weekly shift' }).click()
        await details(it).getByRole('button', { name: 'Add a vacation' }).click()
        await details(it).getByRole('button', { name: 'Add an extra shift' }).click()
      },
    },
    {
      path: '/queues',
      open: async (it) => {
        const first = it.getByRole('group').filter({ hasText: 'default' }).first()
        if (!(await first.getByRole('form').first().isVisible())) await first.locator('summary').click()
        await it.getByRole('button', { name: 'Add a step' }).first().click()
        await it.getByLabel('Action of step 1').first().selectOption('tell people')
      },
    },
    {
      path: '/calendars',
      open: async (it) => {
        await it.locator('summary').first().click()
        await it.getByRole('button', { name: 'Add a day' }).first().click()
      },
    },
    { path: '/service-levels' },
    { path: '/overview', menus: [/^How it is counted: Completed$/] },
    { path: '/overview?table=true' },
  ])
})

test('for an admin: acting', async ({ person, request }) => {
  test.setTimeout(300_000)
  const wren = await newcomer(request)
  const name = mark()
  const task = await wren.ask(`Looked at ${name}`)
  const filter = `q=${encodeURIComponent(`"${name}"`)}`
  const page = await person('admin', '/queue')
  await look(page, [
    { path: '/queue', menus: [/^Saved views$/] },
    {
      path: '/queue?q=%22nothing+is+called+so%22',
      open: (it) => it.getByRole('combobox').press('ArrowDown'),
    },
    {
      path: `/queue?${filter}&inspect=task:${task}`,
      open: (it) => expect(details(it).getByText('Nothing was altered')).toBeVisible(),
      menus: [/^Priority$/],
    },
    {
      path: `/queue?${filter}&inspect=task:${task}`,
      open: (it) => details(it).getByRole('button', { name: 'Assign by hand' }).click(),
    },
    {
      path: `/queue?${filter}&inspect=task:${task}`,
      open: (it) => hold(it),
    },
    {
      path: `/queue?${filter}&inspect=task:${task}`,
      open: (it) => form(it, 'Move …', 'It keeps its age.'),
    },
    {
      path: `/queue?${filter}`,
      open: (it) => it.getByRole('checkbox', { name: 'Select all rows' }).check(),
      menus: [/^Priority of 1 task$/],
    },
    { path: '/now?create=one' },
    {
      path: '/now?create=csv',
      open: async (it) => {
        await it.getByLabel('Or paste rows').fill(`title;priority;skills\n${name};P4;network\n;P9;netwrk`)
        await it.getByRole('button', { name: 'Check these rows' }).click()
        await expect(it.getByRole('region', { name: '3 faults' })).toBeVisible()
      },
    },
    { path: '/create' },
  ])
})
