import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../fixture'

/** Another name each time: the stories share one server. */
const unique = (name: string) => `${name}-${Date.now().toString(36)}`

async function add(page: Page, username: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a person' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a person' })
  await dialog.getByLabel('User name').fill(username)
  await dialog.getByRole('textbox', { name: 'Password' }).fill('a quiet burrow by the river')
  await dialog.getByLabel('Displayed name').fill(`Person ${username}`)
  await dialog.getByRole('button', { name: 'Add a skill' }).click()
  await dialog.getByLabel('Skill 1', { exact: true }).fill('network')
  await dialog.getByLabel('Level of network').selectOption('3')
  await dialog.getByLabel('Capacity').fill('0')
  await expect(dialog.getByText('Capacity 0: gets nothing.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Add a person' }).click()
  await expect(dialog).toBeHidden()
}

test('an admin adds a person, finds them, and edits their skills', async ({ person }) => {
  const page = await person('admin', '/people')
  await page.goto('/people')

  const username = unique('rosalind')
  await page.getByRole('button', { name: 'Add a person' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a person' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await add(page, username)
  const details = page.getByRole('complementary', { name: 'Details' })
  await expect(details.getByRole('heading', { name: `Person ${username}` })).toBeVisible()
  await expect(details).toContainText('network 3')

  // whoever points at the list holds it still
  await page.getByRole('heading', { level: 1 }).hover()
  await page.getByLabel('Filter by name').fill(username)
  await expect(page).toHaveURL(new RegExp(`text=${username}`))
  await expect(page.getByRole('row').filter({ hasText: username })).toHaveCount(1)

  await details.getByRole('button', { name: 'Edit' }).click()
  await details.getByLabel('Level of network').selectOption('5')
  await details.getByRole('button', { name: 'Add a skill' }).click()
  await details.getByLabel('Skill 2', { exact: true }).fill('server')
  await details.getByRole('button', { name: 'Save the changes' }).click()
  await expect(details).toContainText('network 5')
  await expect(details).toContainText('server 1')

  await page.reload()
  await expect(details).toContainText('network 5')
  await expect(page.getByRole('row').filter({ hasText: username })).toHaveCount(1)
})

test('a refused name stands at its field', async ({ person, faults }) => {
  faults.expect(/status of 409/)
  const page = await person('admin', '/people')
  await page.goto('/people')
  await page.getByRole('button', { name: 'Add a person' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a person' })
  await dialog.getByLabel('User name').fill('ada')
  await dialog.getByRole('textbox', { name: 'Password' }).fill('a quiet burrow by the river')
  await dialog.getByRole('button', { name: 'Add a person' }).click()
  await expect(dialog.getByLabel('User name')).toHaveAccessibleDescription(
    /There is an account 'ada' already/,
  )
})

test('two admins change the same: the second sees both, and decides', async ({ person, faults }) => {
  faults.expect(/status of 412/)
  const first = await person('admin', '/people')
  await first.goto('/people')
  await add(first, unique('emmy'))
  await expect(first.getByRole('button', { name: 'Edit' })).toBeVisible()
  const second = await person('admin', '/people')
  await second.goto(first.url())

  for (const page of [first, second]) await page.getByRole('button', { name: 'Edit' }).click()
  await first.getByLabel('Region').fill('north')
  await first.getByRole('button', { name: 'Save the changes' }).click()
  await expect(first.getByRole('button', { name: 'Edit' })).toBeVisible()

  await second.getByLabel('Region').fill('south')
  await second.getByRole('button', { name: 'Save the changes' }).click()
  const note = second.getByRole('alert').filter({ hasText: 'Somebody else has changed' })
  await expect(note).toContainText('everywhere')
  await expect(note).toContainText('north')
  await expect(note).toContainText('south')
  await expectAccessible(second)
  await second.getByRole('button', { name: 'Apply mine' }).click()
  await expect(second.getByRole('button', { name: 'Edit' })).toBeVisible()
  await expect(second.getByRole('complementary', { name: 'Details' })).toContainText('south')
  await expect(first.getByRole('complementary', { name: 'Details' })).toContainText('south')
})

test('a manager reads only, and goes by keys', async ({ person }) => {
  const page = await person('manager', '/people')
  await page.goto('/people')
  await expect(page.getByRole('row').filter({ hasText: 'Grace Hopper' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add a person' })).toBeHidden()
  await page.keyboard.press('/')
  await page.keyboard.type('grace')
  await expect(page.getByRole('row')).toHaveCount(2)
  await page.getByRole('row').filter({ hasText: 'Grace Hopper' }).click()
  await expect(page.getByRole('heading', { name: 'Grace Hopper' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Grace Hopper' })).toBeHidden()
})
