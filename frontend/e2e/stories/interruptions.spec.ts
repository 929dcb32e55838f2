import type { Page } from '@playwright/test'
import { begin, startShift } from '../desk'
import { expect, PASSWORD, test } from '../fixture'
import { mark, newcomer } from '../people'

const task = (page: Page, title: string) => page.getByRole('article', { name: title })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('an employee lays a task aside, gets the next one meanwhile, and goes on when there is a seat', async ({
  person,
  request,
  faults,
}) => {
  faults.expect(/status of 409 .*\/resume/)
  const wren = await newcomer(request)
  const page = await person(wren.username, '/desk')
  await startShift(page)
  const printer = await wren.ask('The printer is stuck')
  await expect(task(page, 'The printer is stuck')).toBeVisible()
  await begin(page)
  await page.keyboard.press('Shift+L')
  const form = page.getByRole('form', { name: 'Put on hold' })
  await form.getByRole('textbox', { name: 'What it waits for' }).fill('The part comes tomorrow.')
  await page.reload()
  await press(page, 'Hold …')
  await expect(form.getByRole('textbox')).toHaveValue('The part comes tomorrow.')
  await form.getByRole('radio', { name: /Tomorrow morning/ }).check()
  await form.getByRole('button', { name: 'Put on hold' }).click()
  const held = page.getByRole('region', { name: 'On hold' })
  await expect(held).toContainText('The part comes tomorrow.')
  await expect(held).toContainText('goes on by itself')
  expect(await wren.statusOf(printer)).toBe('ON_HOLD')

  await wren.ask('The lamp is dark')
  await expect(task(page, 'The lamp is dark')).toBeVisible()
  await expect(async () => {
    await held.getByRole('button', { name: 'Resume' }).click()
    await expect(held.getByRole('alert')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  expect(await wren.statusOf(printer)).toBe('ON_HOLD')
  await page.getByRole('textbox', { name: 'Comment' }).fill('Changed the lamp.')
  await page.keyboard.press('Control+Enter')
  await expect(task(page, 'The lamp is dark')).toHaveCount(0)
  await held.getByRole('button', { name: 'Resume' }).click()
  await expect(page.getByRole('slider', { name: 'Progress' })).toBeVisible()
  await expect(held).toHaveCount(0)
  expect(await wren.statusOf(printer)).toBe('IN_PROGRESS')
})

test('a task is handed to a colleague who is free for it, and who sees it at once', async ({
  person,
  request,
}) => {
  const wren = await newcomer(request)
  const id = mark()
  const rook = `rook-${id}`
  await wren.send('/workers', {
    username: rook,
    displayName: `Rook ${id}`,
    password: PASSWORD,
    skills: [{ name: wren.skill }],
    capacity: 1,
  })
  const page = await person(wren.username, '/desk')
  await startShift(page)
  await wren.ask('The door is jammed')
  await expect(task(page, 'The door is jammed')).toBeVisible()
  await press(page, 'Transfer …')
  const form = page.getByRole('form', { name: 'Transfer …' })
  await expect(form.getByRole('radio', { name: new RegExp(id) })).toBeDisabled()

  const other = await person(rook, '/desk')
  await startShift(other)
  await expect(form.getByRole('radio', { name: new RegExp(`Rook ${id}.*free for it`) })).toBeEnabled({
    timeout: 15_000,
  })
  await form.getByRole('radio', { name: new RegExp(id) }).check()
  await form.getByRole('textbox').fill('You have the keys.')
  await form.getByRole('button', { name: 'Transfer', exact: true }).click()
  await expect(page.getByText('Transferred: The door is jammed')).toBeVisible()
  await expect(task(page, 'The door is jammed')).toHaveCount(0)
  await expect(task(other, 'The door is jammed')).toBeVisible()
})

test('whoever asks for help is on the list of managers, and hears the answer', async ({
  person,
  request,
}) => {
  const wren = await newcomer(request)
  const title = `The scale is off ${mark()}`
  const page = await person(wren.username, '/desk')
  await startShift(page)
  await wren.ask(title)
  await expect(task(page, title)).toBeVisible()
  const manager = await person('manager', '/coordination')
  await press(page, 'Ask for help …')
  await page.getByRole('textbox', { name: 'What you need help with' }).fill('Which weight do we use?')
  await press(page, 'Ask for help')
  await expect(task(page, title)).toContainText('waits for help')

  const item = task(manager, title)
  await expect(item).toContainText('Which weight do we use?')
  await item.getByRole('button', { name: 'Answer …' }).click()
  await item.getByRole('textbox', { name: 'Answer' }).fill('The one with the blue ring.')
  await item.getByRole('button', { name: 'Send the answer' }).click()
  await expect(item).toHaveCount(0)
  await expect(page.getByRole('list', { name: 'What others changed' })).toContainText(
    'The one with the blue ring.',
  )
  await expect(task(page, title)).not.toContainText('waits for help')
  await expect(page.getByRole('region', { name: 'Comments' })).toContainText('The one with the blue ring.')
})

test('a comment calls somebody by name; who is called is told, looks and replies', async ({
  person,
  request,
}) => {
  const wren = await newcomer(request)
  const title = `The map is old ${mark()}`
  const page = await person(wren.username, '/desk')
  await startShift(page)
  await wren.ask(title)
  await expect(task(page, title)).toBeVisible()
  const admin = await person('admin', '/queue')
  await expect(admin.getByRole('button', { name: 'Live' })).toBeVisible()

  await page.keyboard.press('m')
  const field = page.getByRole('textbox', { name: 'Say something about it' })
  await expect(field).toBeFocused()
  await page.keyboard.type('Is there a newer one, @adm')
  await expect(page.getByRole('option', { name: /@admin/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('? See https://example.org/maps.')
  await page.keyboard.press('Control+Enter')
  const comments = page.getByRole('region', { name: 'Comments' })
  await expect(comments.getByRole('link')).toHaveAttribute('href', 'https://example.org/maps')
  await expect(comments.getByRole('listitem')).toHaveCount(1)

  const told = admin.getByText(new RegExp(`about ${title}: Is there a newer one`)).first()
  await expect(told).toBeVisible()
  await admin.getByRole('button', { name: 'Look', exact: true }).first().click()
  const details = admin.getByRole('complementary', { name: 'Details' })
  await expect(details.getByRole('heading', { name: title })).toBeVisible()
  await details.getByRole('textbox', { name: 'Say something about it' }).fill('In the blue folder.')
  await details.getByRole('button', { name: 'Send' }).click()
  await expect(comments).toContainText('In the blue folder.')
})
