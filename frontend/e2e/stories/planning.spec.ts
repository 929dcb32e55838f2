import { expectAccessible } from '../accessible'
import { expect, test } from '../fixture'
import { newcomer } from '../people'

const details = { name: 'Details' } as const

test('an admin plans shifts, sees them first, and a manager sees who works now', async ({
  person,
  request,
}) => {
  const wren = await newcomer(request)
  const admin = await person('admin', '/people')
  await admin.goto(`/people?inspect=worker:${wren.id}`)
  const beside = admin.getByRole('complementary', details)
  await beside.getByRole('button', { name: 'Schedule' }).click()
  await expect(beside.getByRole('heading', { name: 'Schedule of Wren Desk' })).toBeVisible()
  await beside.getByLabel('Time zone').fill('Europe/Berlin')
  // all of it by keys
  await beside.getByRole('button', { name: 'Add a weekly shift' }).press('Enter')
  await expect(beside.getByLabel('Day of shift 1')).toBeFocused()
  for (let day = 2; day <= 7; day += 1) {
    await beside.getByRole('button', { name: 'Add a weekly shift' }).press('Enter')
    await expect(beside.getByLabel(`Day of shift ${day}`)).toBeFocused()
  }
  for (let day = 1; day <= 7; day += 1) {
    await beside.getByLabel(`Start of shift ${day}`).fill('00:00')
    await beside.getByLabel(`End of shift ${day}`).fill('23:59')
  }
  const preview = beside.getByRole('region', { name: 'The next 14 days' })
  await expect(preview.getByRole('listitem').nth(12)).toBeVisible()
  await beside.getByRole('button', { name: 'Save the schedule' }).press('Enter')
  await expect(admin.getByText('Saved the schedule of Wren Desk')).toBeVisible()

  const manager = await person('manager', '/plan')
  await manager.goto(`/plan?skill=${encodeURIComponent(wren.skill)}`)
  const row = manager.getByRole('row').filter({ hasText: 'Wren Desk' })
  await expect(row.getByText('00:00 – 23:59').first()).toBeVisible()
  await expect(row.getByText('(now)')).toHaveCount(1)
  await expect(manager.getByRole('row')).toHaveCount(2)
  await manager.getByRole('button', { name: 'Day', exact: true }).click()
  await expect(row.getByText('00:00 – 23:59')).toBeVisible()
  await expectAccessible(manager)
  await row.getByRole('button', { name: 'Schedule of Wren Desk' }).click()
  await expect(manager.getByRole('complementary', details)).toContainText('Mon 00:00 – 23:59')
  await expect(manager.getByRole('button', { name: 'Save the schedule' })).toHaveCount(0)
})

test('what no calendar has is said at its field before it is saved', async ({ person, request, faults }) => {
  faults.expect(/status of 422 .*\/schedule\/preview/)
  const wren = await newcomer(request)
  const page = await person('admin', '/people')
  await page.goto(`/people?inspect=schedule:${wren.id}`)
  await page.getByRole('button', { name: 'Add a vacation' }).click()
  await page.getByLabel('First day of vacation 1').fill('2026-12-24')
  await page.getByLabel('Last day of vacation 1').fill('2026-12-20')
  await expect(page.getByLabel('Last day of vacation 1')).toHaveAccessibleDescription(
    'must not be before from',
  )
})
