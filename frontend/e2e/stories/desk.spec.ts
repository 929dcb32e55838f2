import type { Page } from '@playwright/test'
import { begin, startShift } from '../desk'
import { expect, PASSWORD, test } from '../fixture'
import { newcomer } from '../people'

const task = (page: Page, title: string) => page.getByRole('article', { name: title })
const complete = (page: Page) => page.getByRole('button', { name: /^Complet/ })
const comment = (page: Page) => page.getByRole('textbox', { name: 'Comment' })

test('an employee gets a task live, reports, and completes it with a comment', async ({
  person,
  request,
}) => {
  const wren = await newcomer(request)
  const page = await person(wren.username, '/desk')
  await startShift(page)
  const id = await wren.ask('The printer on floor 3 is stuck', 'P1')
  await expect(task(page, 'The printer on floor 3 is stuck')).toBeVisible()
  await expect(page.getByText('New task for you: The printer on floor 3 is stuck')).toBeAttached()
  await expect(page).toHaveTitle(/^\(1\) Desk/)

  await begin(page)
  await expect(page).toHaveTitle(/^Desk/)
  const slider = page.getByRole('slider', { name: 'Progress' })
  await expect(async () => {
    await page.keyboard.press('+')
    await expect(slider).not.toHaveValue('0', { timeout: 500 })
  }).toPass()
  await expect(page.getByText('not sent yet')).toHaveCount(0)
  const reported = await slider.inputValue()
  await page.reload()
  await expect(page.getByRole('slider', { name: 'Progress' })).toHaveValue(reported)

  await expect(async () => {
    await complete(page).click()
    await expect(page.getByText('To complete it, say in a word or two what was done.')).toBeVisible({
      timeout: 1_000,
    })
  }).toPass()
  await comment(page).fill(' \u200b ')
  await complete(page).click()
  await expect(page.getByText('To complete it, say in a word or two what was done.')).toBeVisible()
  await expect(comment(page)).toBeFocused()
  expect(await wren.statusOf(id)).toBe('IN_PROGRESS')

  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/complete', async (route) => {
    await held
    await route.continue()
  })
  await comment(page).fill('Took the paper out.')
  await page.keyboard.press('Control+Enter')
  await expect(complete(page)).toHaveText('Completing …')
  await expect(page.getByText('Waiting for the server.')).toBeVisible()
  await expect(task(page, 'The printer on floor 3 is stuck')).toBeVisible()
  await expect(page.getByText('Completed: ')).toHaveCount(0)
  expect(await wren.statusOf(id)).toBe('IN_PROGRESS')
  release()
  await expect(page.getByText('Completed: The printer on floor 3 is stuck')).toBeVisible()
  await expect(task(page, 'The printer on floor 3 is stuck')).toHaveCount(0)
  expect(await wren.statusOf(id)).toBe('COMPLETED')
})

test('what arrives takes no focus, and the draft outlives reload and a new sign-in', async ({
  person,
  request,
}) => {
  const wren = await newcomer(request, 2)
  const page = await person(wren.username, '/desk')
  await startShift(page)
  await wren.ask('First of two', 'P3')
  await expect(task(page, 'First of two')).toBeVisible()
  await comment(page).pressSequentially('Half a sen')
  await wren.ask('Second of two', 'P1')
  await expect(page.getByRole('region', { name: 'Next up' })).toContainText('Second of two')
  await expect(comment(page)).toBeFocused()
  await page.keyboard.type('tence')
  await expect(comment(page)).toHaveValue('Half a sentence')

  await page.reload()
  await page
    .getByRole('region', { name: 'Next up' })
    .getByRole('button', { name: /First of two/ })
    .click()
  await expect(comment(page)).toHaveValue('Half a sentence')
  await page.getByRole('button', { name: 'Profile and settings' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto('/sign-in?to=/desk')
  await page.getByLabel('User name').fill(wren.username)
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page
    .getByRole('region', { name: 'Next up' })
    .getByRole('button', { name: /First of two/ })
    .click()
  await expect(comment(page)).toHaveValue('Half a sentence')
})

test('an answer that is lost keeps the comment, and saying it again is safe', async ({
  person,
  request,
  faults,
}) => {
  faults.expect(/ERR_CONNECTION_RESET/, /ERR_INTERNET_DISCONNECTED/)
  const wren = await newcomer(request)
  const page = await person(wren.username, '/desk')
  await startShift(page)
  const id = await wren.ask('Answer is lost')
  await expect(task(page, 'Answer is lost')).toBeVisible()
  let lost = false
  await page.route('**/fail', (route) => {
    if (lost) return route.continue()
    lost = true
    return route.abort('connectionreset')
  })
  await comment(page).fill('Nobody was there.')
  await expect(async () => {
    await page.getByRole('button', { name: 'Fail', exact: true }).click()
    await expect(page.getByText('The connection was lost')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(comment(page)).toHaveValue('Nobody was there.')

  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('You are offline, so nothing was sent.')).toBeVisible()
  await expect(comment(page)).toHaveValue('Nobody was there.')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Reported as failed: Answer is lost')).toBeVisible()
  expect(await wren.statusOf(id)).toBe('FAILED')
})

test('without the live connection the server is asked, and everything works on', async ({
  person,
  request,
  faults,
}) => {
  faults.expect(/WebSocket/)
  const wren = await newcomer(request)
  const page = await person(wren.username, '/desk', (it) =>
    it.routeWebSocket(/\/ws$/, (socket) => socket.close()),
  )
  await expect(page.getByRole('button', { name: /Polling every 5/ })).toBeVisible()
  await startShift(page)
  const id = await wren.ask('Comes by asking')
  await expect(task(page, 'Comes by asking')).toBeVisible()
  await begin(page)
  await page.getByRole('slider', { name: 'Progress' }).fill('60')
  await expect(page.getByText('60%', { exact: true })).toBeVisible()
  await comment(page).fill('Done without a socket.')
  await complete(page).click()
  await expect(page.getByText('Completed: Comes by asking')).toBeVisible()
  expect(await wren.statusOf(id)).toBe('COMPLETED')
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'Break' }).check()
  await expect(page.getByText('On a break you get nothing new.')).toBeVisible()
})

test('of two tabs one rings, and both show the same', async ({ person, request }) => {
  const wren = await newcomer(request)
  const first = await person(wren.username, '/desk')
  await first.context().addInitScript(() => {
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (...when) {
      document.documentElement.dataset['notes'] = String(
        Number(document.documentElement.dataset['notes'] ?? 0) + 1,
      )
      start.apply(this, when)
    }
  })
  await first.reload()
  await startShift(first)
  const second = await first.context().newPage()
  await second.goto('/desk')
  await second.getByRole('heading', { name: 'Nothing for you right now' }).click()
  await wren.ask('Rings once')
  await expect(task(first, 'Rings once')).toBeVisible()
  await expect(task(second, 'Rings once')).toBeVisible()
  const notes = async () => {
    const of = (page: Page) => page.evaluate(() => Number(document.documentElement.dataset['notes'] ?? 0))
    return (await of(first)) + (await of(second))
  }
  await expect.poll(notes).toBe(2)

  await begin(first)
  await first.getByRole('slider', { name: 'Progress' }).fill('40')
  await expect(second.getByRole('slider', { name: 'Progress' })).toHaveValue('40')
  await comment(second).fill('Ended in the other tab.')
  await expect(comment(first)).toHaveValue('Ended in the other tab.')
  await complete(second).click()
  await expect(task(first, 'Rings once')).toHaveCount(0)
  await first.getByRole('radio', { name: 'Break' }).check()
  await expect(second.getByRole('radio', { name: 'Break' })).toBeChecked()
  expect(await notes()).toBe(2)
})

test('what an admin changes is told by name, and what was typed stays readable', async ({
  person,
  request,
}) => {
  const wren = await newcomer(request)
  const page = await person(wren.username, '/desk')
  await startShift(page)
  const id = await wren.ask('Taken away later')
  await expect(task(page, 'Taken away later')).toBeVisible()
  await comment(page).fill('I was nearly done.')
  await wren.send(`/tasks/${id}/priority`, { priority: 'P1' })
  await expect(page.getByText(/changed the priority of "Taken away later" from P3 to P1/)).toBeVisible()
  await wren.send(`/tasks/${id}/cancel`, {})
  const changes = page.getByRole('list', { name: 'What others changed' })
  await expect(changes).toContainText('cancelled this task: Taken away later')
  await expect(changes).not.toContainText('An admin')
  await expect(changes).toContainText('I was nearly done.')
  await expect(page.getByRole('heading', { name: 'Nothing for you right now' })).toBeVisible()
})

test('an employee finds, filters and exports what was done, and sees the figures', async ({
  person,
  request,
}) => {
  const wren = await newcomer(request)
  const page = await person(wren.username, '/desk')
  await startShift(page)
  await wren.ask('Looked at twice')
  await begin(page)
  await comment(page).fill('=Looked after it, "twice"')
  await complete(page).click()
  await expect(page.getByText('Completed: ')).toBeVisible()

  await page.goto('/my-work?outcome=COMPLETED')
  await expect(page.getByText('=Looked after it')).toBeVisible()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as CSV' }).click()
  const stream = await (await downloading).createReadStream()
  const csv = (await stream.toArray()).join('')
  expect(csv.split('\r\n')).toHaveLength(3)
  expect(csv).toContain('"\'=Looked after it, ""twice"""')
  await page.getByLabel('Outcome').selectOption('Failed')
  await expect(page.getByText('Nothing matches: Failed')).toBeVisible()
  await expect(page).toHaveURL(/outcome=FAILED/)

  await page.goto('/my-figures')
  await expect(page.getByText('Fewer than five colleagues share your skills')).toBeVisible()
  await expect(page.getByText('Completed', { exact: true }).locator('..')).toContainText('1')
})
