import type { Locator, Page } from '@playwright/test'
import { expect, PASSWORD, test } from '../fixture'
import { mark, newcomer } from '../people'

/** The first five minutes of an admin and an employee, each with a browser and without a mouse. */

/** Goes there by the tab key alone; whatever cannot be reached so fails. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((it) => it === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

async function press(page: Page, target: Locator, key = 'Enter') {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

async function keys(page: Page, ...strokes: string[]) {
  for (const stroke of strokes) await page.keyboard.press(stroke)
}

/** Notes every use of a mouse, so that the story cannot cheat. */
const noMouse = (page: Page) =>
  page.addInitScript(() => {
    for (const type of ['pointerdown', 'mousedown', 'touchstart'])
      window.addEventListener(type, () => sessionStorage.setItem('mouse', type), true)
  })

test('an admin and an employee go through everything by keys alone', async ({ browser, faults, request }) => {
  const name = mark()
  const wren = await newcomer(request)
  const open = async (path: string) => {
    const context = await browser.newContext()
    faults.watch(context)
    const page = await context.newPage()
    await noMouse(page)
    await page.goto(path)
    return page
  }
  const admin = await open('/sign-in')
  const heading = admin.getByRole('heading', { level: 1 })
  await press(admin, admin.getByRole('button', { name: /^Admin · / }))
  await expect(heading).toHaveText('Now')

  const alive = admin.getByRole('switch')
  await press(admin, alive, 'Space')
  await expect(alive).toBeChecked()
  await expect(admin.getByRole('region', { name: 'People' }).getByRole('listitem')).not.toHaveCount(0)
  await press(admin, alive, 'Space')
  await expect(alive).not.toBeChecked()

  const title = `${name} by keys`
  await keys(admin, 'n')
  const dialog = admin.getByRole('dialog', { name: 'Create tasks' })
  await expect(dialog.getByLabel('Title')).toBeFocused()
  await admin.keyboard.type(title)
  await tabTo(admin, dialog.getByRole('combobox', { name: 'Skills' }).or(dialog.getByLabel('Skills')).first())
  await admin.keyboard.type(wren.skill)
  await expect(admin.getByRole('option', { name: wren.skill })).toBeVisible()
  await keys(admin, 'ArrowDown', 'Enter')
  await keys(admin, 'Control+Enter')
  await expect(admin.getByText(`Created: ${title}`)).toBeVisible()
  await expect(dialog).toBeHidden()

  await keys(admin, 'g', 'q')
  await expect(heading).toHaveText('Queue')
  await keys(admin, '/')
  await admin.keyboard.type(`state:any "${name}"`)
  await keys(admin, 'Enter')
  const rows = admin.getByRole('grid', { name: 'Tasks' }).locator('[role=row][tabindex]')
  await expect(rows).toHaveCount(1)
  await press(admin, rows.first())
  const details = admin.getByRole('complementary', { name: 'Details' })
  await expect(details.getByRole('heading', { level: 2 })).toHaveText(title)
  await expect(details.getByText('Why it still waits')).toBeVisible()
  await keys(admin, 'p', '1')
  await expect(details.getByText('Priority P3 became P1')).toBeVisible()

  const desk = await open('/desk')
  await tabTo(desk, desk.getByLabel('User name'))
  await desk.keyboard.type(wren.username)
  await tabTo(desk, desk.getByRole('textbox', { name: 'Password' }))
  await desk.keyboard.type(PASSWORD)
  await keys(desk, 'Enter')
  await press(desk, desk.getByRole('button', { name: 'Start shift' }))
  await expect(desk.getByRole('article', { name: title })).toBeVisible()
  await expect(details.getByText('Assigned to Wren Desk')).toBeVisible()
  const slider = desk.getByRole('slider', { name: 'Progress' })
  await expect(async () => {
    // it does nothing in its first moment
    if (!(await slider.isVisible()))
      await press(desk, desk.getByRole('button', { name: 'Start', exact: true }))
    await expect(slider).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(async () => {
    await keys(desk, '+')
    await expect(slider).not.toHaveValue('0', { timeout: 500 })
  }).toPass()
  await expect(details.getByText(/Progress \d+ %/).first()).toBeVisible()
  await tabTo(desk, desk.getByRole('textbox', { name: 'Comment' }))
  await desk.keyboard.type('Done without a mouse.')
  await keys(desk, 'Control+Enter')
  await expect(desk.getByText(`Completed: ${title}`)).toBeVisible()
  await keys(desk, 'g', 'h')
  await expect(desk.getByText('Done without a mouse.').first()).toBeVisible()
  await expect(details.getByText('Done without a mouse.')).toBeVisible()
  for (const step of ['Queued', 'Assigned to Wren Desk', 'Started', 'Completed'])
    await expect(details.getByRole('listitem').filter({ hasText: step })).not.toHaveCount(0)

  await keys(admin, 'Escape')
  await expect(details).toBeHidden()
  await keys(admin, 'n')
  await expect(dialog.getByLabel('Title')).toBeFocused()
  await press(admin, dialog.getByRole('tab', { name: 'One' }), 'ArrowRight')
  await tabTo(admin, dialog.getByLabel('Or paste rows'))
  await admin.keyboard.insertText(
    `title;priority;skills\n${name} one;P4;${wren.skill}\n${name} two;P5;netwrk\n${name} three;P5;${wren.skill}`,
  )
  await press(admin, dialog.getByRole('button', { name: 'Check these rows' }))
  await expect(dialog.getByRole('region', { name: '1 fault' })).toContainText('There is no skill netwrk')
  await press(admin, dialog.getByRole('button', { name: 'Use network' }))
  await press(admin, dialog.getByRole('button', { name: 'Create 3 tasks' }))
  await expect(dialog.getByText('3 tasks created')).toBeVisible()
  await keys(admin, 'Escape')
  await expect(dialog).toBeHidden()
  await expect.poll(() => wren.count(name)).toBe(4)

  await keys(admin, 'g', 'a')
  await expect(heading).toHaveText('Overview')
  await keys(admin, '?')
  await expect(admin.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await keys(admin, 'Escape')
  await expect(admin.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeHidden()
  for (const page of [admin, desk]) {
    await keys(page, 'Control+k')
    await expect(page.getByRole('textbox', { name: 'Command, person, task or its id' })).toBeFocused()
    await page.keyboard.type('sign out')
    await keys(page, 'Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
    expect(await page.evaluate(() => sessionStorage.getItem('mouse'))).toBeNull()
    await page.context().close()
  }
})
