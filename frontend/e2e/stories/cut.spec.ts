import type { Page } from '@playwright/test'
import { expect, test } from '../fixture'
import { mark, newcomer } from '../people'
import { chip, expectLive, holdCall, type Wire } from '../wire'

/*
 * The live connection breaks while a call is on its way, and stays away until the call has ended; its answer arrives, or
 * is lost although the server has done it. Until the server has said so nothing is shown as done, and in the end the
 * page shows what is true, once.
 */
const ANSWERS = ['arrives', 'is lost'] as const

const article = (page: Page, title: string) => page.getByRole('article', { name: title })
const slider = (page: Page) => page.getByRole('slider', { name: 'Progress' })
const notices = (page: Page) => page.getByRole('region', { name: 'Notices' })
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })
const rows = (page: Page, title: string) =>
  page.getByRole('grid', { name: 'Tasks' }).getByRole('row').filter({ hasText: title })

/** The connection breaks once the call is on its way. */
async function cutDuring(page: Page, wire: Wire, path: RegExp, act: () => Promise<unknown>) {
  await expectLive(page)
  const call = await holdCall(page, path)
  await act()
  await call.onItsWay
  await wire.cut()
  await expect(chip(page, 'Connecting')).toBeVisible()
  return call
}

for (const answer of ANSWERS) {
  const lost = answer === 'is lost'

  test(`cut while an employee starts, reports and completes; the answer ${answer}`, async ({
    wired,
    request,
    faults,
  }) => {
    faults.expect(/ERR_CONNECTION_RESET/)
    const title = `Cut ${mark()}`
    const wren = await newcomer(request)
    const { page, wire } = await wired(wren.username, '/desk')
    await page.getByRole('button', { name: 'Start shift' }).click()
    const id = await wren.ask(title)
    await expect(article(page, title)).toBeVisible()

    const start = await cutDuring(page, wire, /\/start$/, async () => {
      const button = page.getByRole('button', { name: 'Start', exact: true })
      // it does nothing in its first moment
      await expect(async () => {
        await button.click({ timeout: 1_000 })
        await expect(button).toBeDisabled({ timeout: 500 })
      }).toPass()
    })
    await expect(slider(page)).toBeHidden()
    await expect(article(page, title).getByText('Assigned', { exact: true })).toBeVisible()
    expect(await wren.statusOf(id)).toBe('ASSIGNED')
    start.letGo(answer)
    if (lost) await expect(page.getByRole('alert')).toContainText('it is safe to send it again')
    else await expect(slider(page)).toBeVisible()
    expect(await wren.statusOf(id)).toBe('IN_PROGRESS')
    await wire.mend()
    await expect(slider(page)).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)

    const progress = await cutDuring(page, wire, /\/progress$/, () => slider(page).fill('60'))
    const said = page.getByRole('region', { name: 'Progress' }).getByRole('status')
    await expect(said).toHaveText('60% not sent yet')
    progress.letGo(answer)
    if (lost) {
      const alert = page.getByRole('region', { name: 'Progress' }).getByRole('alert')
      await expect(alert).toContainText('it is safe to send it again')
      await expect(alert).not.toContainText('as before')
    }
    await expect(said).not.toContainText('not sent yet')
    await wire.mend()
    await expect(said).toHaveText('60%')
    await expect(slider(page)).toHaveValue('60')
    await expect(page.getByRole('alert')).toHaveCount(0)

    const comment = page.getByRole('textbox', { name: 'Comment' })
    await comment.fill('Done in spite of it.')
    const complete = await cutDuring(page, wire, /\/complete$/, () => comment.press('Control+Enter'))
    await expect(page.getByRole('button', { name: 'Completing …' })).toBeVisible()
    await expect(article(page, title)).toBeVisible()
    await expect(notices(page).getByText(`Completed: ${title}`)).toHaveCount(0)
    expect(await wren.statusOf(id)).toBe('IN_PROGRESS')
    complete.letGo(answer)
    if (lost) {
      await expect(page.getByRole('alert')).toContainText('it is safe to send it again')
      await expect(comment).toHaveValue('Done in spite of it.')
      await expect(notices(page).getByText(`Completed: ${title}`)).toHaveCount(0)
    } else {
      await expect(notices(page).getByText(`Completed: ${title}`)).toBeVisible()
    }
    expect(await wren.statusOf(id)).toBe('COMPLETED')
    await wire.mend()
    await expectLive(page)
    await expect(page.getByRole('heading', { name: 'Nothing for you right now' })).toBeVisible()
    await expect(
      page.getByRole('region', { name: 'Last five done' }).getByRole('listitem').filter({ hasText: title }),
    ).toHaveCount(1)
    await expect(page.getByRole('list', { name: 'What others changed' }).getByRole('listitem')).toHaveCount(0)
  })

  test(`cut while an admin creates, reprioritises and cancels; the answer ${answer}`, async ({
    wired,
    request,
    faults,
  }) => {
    faults.expect(/ERR_CONNECTION_RESET/)
    const name = mark()
    const wren = await newcomer(request)
    const { page, wire } = await wired('admin', `/queue?q=${encodeURIComponent(`state:any "${name}"`)}`)
    await expect(page.getByText(/^No task matches/)).toBeVisible()

    const created = `${name} created`
    const dialog = page.getByRole('dialog', { name: 'Create tasks' })
    const create = await cutDuring(page, wire, /\/api\/v1\/tasks$/, async () => {
      await page.keyboard.press('n')
      // of a skill that nobody has who is here
      await dialog.getByLabel('Skills').fill(wren.skill)
      await page.getByRole('option', { name: wren.skill }).click()
      await dialog.getByLabel('Title').fill(created)
      await dialog.getByLabel('Title').press('Enter')
    })
    await expect(dialog.getByRole('button', { name: 'Creating' })).toBeDisabled()
    await expect(notices(page).getByText(`Created: ${created}`)).toHaveCount(0)
    expect(await wren.count(created)).toBe(0)
    create.letGo(answer)
    if (lost) {
      await expect(dialog.getByRole('alert')).toContainText('What you typed is kept')
      await expect(dialog.getByLabel('Title')).toHaveValue(created)
      await dialog.getByRole('button', { name: 'Create the task' }).click()
    }
    await expect(notices(page).getByText(`Created: ${created}`)).toBeVisible()
    await expect(dialog).toBeHidden()
    await wire.mend()
    await expect(rows(page, created)).toHaveCount(1)
    // whoever points at the list holds it still
    await page.getByRole('heading', { level: 1 }).hover()
    expect(await wren.count(created)).toBe(1)

    const title = `${name} changed`
    const id = await wren.ask(title, 'P4')
    await rows(page, title).click()
    await page.getByRole('heading', { level: 1 }).hover()
    await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(title)
    const reprioritise = await cutDuring(page, wire, /\/priority$/, async () => {
      await page.keyboard.press('p')
      await page.keyboard.press('2')
    })
    await expect(details(page).getByRole('img', { name: 'Waiting for the server' })).toBeVisible()
    await expect(notices(page).getByText(`${title} is P2 now`)).toHaveCount(0)
    expect((await wren.get(`/tasks/${id}`)).priority).toBe('P4')
    reprioritise.letGo(answer)
    if (lost) await expect(notices(page)).toContainText(`${title}: The server cannot be reached.`)
    else await expect(notices(page).getByText(`${title} is P2 now`)).toBeVisible()
    await expect(details(page).getByRole('img', { name: 'Waiting for the server' })).toHaveCount(0)
    await expect(details(page).getByText('P2', { exact: true }).first()).toBeVisible()
    await wire.mend()
    await expect(rows(page, title).getByText('P2', { exact: true })).toBeVisible()
    await expect(details(page).getByText('Priority P4 became P2')).toHaveCount(1)

    const cancel = await cutDuring(page, wire, /\/cancel$/, () =>
      details(page).getByRole('button', { name: 'Cancel task' }).click(),
    )
    await expect(details(page).getByText('Queued', { exact: true }).first()).toBeVisible()
    await expect(notices(page).getByText(`Cancelled ${title}`)).toHaveCount(0)
    expect(await wren.statusOf(id)).toBe('QUEUED')
    cancel.letGo(answer)
    if (lost) await expect(notices(page)).toContainText(`${title}: The server cannot be reached.`)
    else await expect(notices(page).getByText(`Cancelled ${title}`)).toBeVisible()
    await wire.mend()
    await expectLive(page)
    await expect(rows(page, title).getByText('Cancelled', { exact: true })).toBeVisible()
    await expect(details(page).getByRole('listitem').filter({ hasText: 'Cancelled' })).toHaveCount(1)
    expect(await wren.statusOf(id)).toBe('CANCELLED')
  })
}
