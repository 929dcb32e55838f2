import type { Page } from '@playwright/test'
import { expect, test } from '../fixture'
import { mark, newcomer } from '../people'
import { chip, expectLive, holdCall } from '../wire'

const bell = (page: Page) => page.getByRole('button', { name: /^(Notices|\d+ new notices?)$/ })

/** Of which tasks the bell says that they came, newest first. */
async function arrivals(page: Page): Promise<string[]> {
  await bell(page).click()
  const list = page.getByRole('dialog', { name: 'Notices' })
  await expect(list).toBeVisible()
  const lines = await list.getByText(/^Assigned to you: /).allTextContents()
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  return lines.map((it) => it.replace('Assigned to you: ', ''))
}

test('a notice that gets lost, comes twice or is the last is shown once, in its order', async ({
  wired,
  request,
}) => {
  const wren = await newcomer(request, 5)
  const { page, wire } = await wired(wren.username, '/desk')
  await page.getByRole('button', { name: 'Start shift' }).click()
  const held = (title: string) =>
    page
      .getByRole('article', { name: title })
      .or(page.getByRole('region', { name: 'Next up' }).getByRole('button', { name: title }))
  const ask = async (title: string, fate: Parameters<typeof wire.next>[1] = 'arrives') => {
    const past = wire.next(new RegExp(`assignment\\.created.*${title}`), fate)
    await wren.ask(title)
    await past
  }
  await expectLive(page)
  await ask('Before')
  await expect(held('Before')).toBeVisible()

  // the one behind it shows the gap
  await ask('Lost', 'is lost')
  await ask('After')
  await expect(held('After')).toBeVisible()
  await expect(held('Lost')).toHaveCount(1)
  expect(await arrivals(page)).toEqual(['After', 'Lost', 'Before'])

  await ask('Doubled', 'arrives twice')
  await expect(held('Doubled')).toBeVisible()
  expect(await arrivals(page)).toEqual(['Doubled', 'After', 'Lost', 'Before'])

  // nothing is behind it: the head beat says that there is more
  await ask('Last', 'is lost')
  await expect(held('Last')).toBeVisible()
  expect(await arrivals(page)).toEqual(['Last', 'Doubled', 'After', 'Lost', 'Before'])
  await chip(page, 'Live').click()
  await expect(page.getByText('5 notices received')).toBeVisible()
  expect(wire.connections).toBe(1)
})

test('work that is ended in two tabs at once is ended once, and both tabs say so', async ({
  person,
  request,
}) => {
  const title = `Ended twice ${mark()}`
  const wren = await newcomer(request)
  const first = await person(wren.username, '/desk')
  await first.getByRole('button', { name: 'Start shift' }).click()
  const id = await wren.ask(title)
  const second = await first.context().newPage()
  await second.goto('/desk')
  const calls = []
  for (const page of [first, second]) {
    await expect(page.getByRole('article', { name: title })).toBeVisible()
    calls.push(await holdCall(page, /\/complete$/))
  }
  await first.getByRole('textbox', { name: 'Comment' }).fill('By both.')
  await expect(second.getByRole('textbox', { name: 'Comment' })).toHaveValue('By both.')
  for (const [index, page] of [first, second].entries()) {
    await expect(async () => {
      await page.getByRole('textbox', { name: 'Comment' }).press('Control+Enter')
      await expect(page.getByRole('button', { name: 'Completing …' })).toBeVisible({ timeout: 500 })
    }).toPass()
    await calls[index]?.onItsWay
  }
  for (const call of calls) call.letGo('arrives')
  for (const page of [first, second]) {
    await expect(page.getByRole('heading', { name: 'Nothing for you right now' })).toBeVisible()
    await expect(
      page.getByRole('region', { name: 'Last five done' }).getByRole('listitem').filter({ hasText: title }),
    ).toHaveCount(1)
    await expect(page.getByRole('alert')).toHaveCount(0)
  }
  const { items } = await wren.get(`/tasks/${id}/history`)
  expect(items.filter((it: { type: string }) => it.type === 'task.completed')).toHaveLength(1)
})

test('what an admin does in one tab is shown and taken back in the other', async ({ person, request }) => {
  const title = `Of two tabs ${mark()}`
  const wren = await newcomer(request)
  const id = await wren.ask(title)
  const first = await person('admin', `/queue?inspect=task:${id}`)
  const second = await first.context().newPage()
  await second.goto(`/queue?inspect=task:${id}`)
  const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })
  await expect(details(second).getByRole('button', { name: 'Cancel task' })).toBeVisible()
  await details(first).getByRole('button', { name: 'Cancel task' }).click()
  await expect(details(second).getByRole('button', { name: 'Cancel task' })).toBeHidden()
  await second.keyboard.press('u')
  for (const page of [first, second]) {
    await expect(details(page).getByText('Queued again')).toHaveCount(1)
    await expect(details(page).getByRole('button', { name: 'Cancel task' })).toBeVisible()
  }
})

/*
 * A hidden tab as Chromium treats it: nothing is painted, and the page's timers run once a minute. Its clock is ours, so
 * that six minutes take a moment; the connection, the worker that beats for the page and the server are the real ones,
 * and what the server says every ten seconds is said again. Not proven here: that Chromium itself does no more than that
 * to a hidden tab.
 */
test('a tab that was hidden for six minutes is still live, and has missed nothing', async ({
  wired,
  request,
}) => {
  const wren = await newcomer(request, 2)
  const { page, wire } = await wired(wren.username, '/desk', (it) => it.clock.install())
  await page.getByRole('button', { name: 'Start shift' }).click()
  await expectLive(page)
  await expect.poll(() => wire.head).not.toBe('')

  const hide = (hidden: boolean) =>
    page.evaluate(
      (state) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => state === 'hidden' })
        document.dispatchEvent(new Event('visibilitychange'))
      },
      hidden ? 'hidden' : 'visible',
    )
  await hide(true)
  let time = (await page.evaluate(() => Date.now())) + 1_000
  await page.clock.pauseAt(time)
  const beats = wire.beats
  for (let minute = 0; minute < 6; minute += 1) {
    for (let second = 10; second < 60; second += 10) {
      await page.clock.setSystemTime(time + second * 1_000)
      await wire.repeatHead(page)
    }
    // the timers of this minute, each once
    await page.clock.setSystemTime(time)
    await page.clock.fastForward(60_000)
    time += 60_000
  }
  expect(await page.evaluate(() => Date.now())).toBe(time)
  await wren.ask('While nobody looked')
  await expect(page).toHaveTitle(/^\(1\) Desk/)
  // the page's own timers stand still: what beats is the worker
  await expect.poll(() => wire.beats, { timeout: 25_000 }).toBeGreaterThan(beats)
  await expectLive(page)

  await hide(false)
  await page.clock.resume()
  await expect(page.getByRole('article', { name: 'While nobody looked' })).toBeVisible()
  await expectLive(page)
  expect(await arrivals(page)).toEqual(['While nobody looked'])
  expect(wire.connections).toBe(1)
})
