import { expect, test } from '../fixture'
import { adminOf, mark } from '../people'

test('a queue promises something, it is broken, and a manager is told and sees it', async ({
  person,
  request,
}) => {
  const admin = await adminOf(request)
  const name = `line-${mark()}`
  const skill = `nobody has ${name}`
  await admin.send('/queues', { name })
  await admin.send('/skills', { name: skill })
  const page = await person('admin', '/queues')
  await page.goto('/queues')
  await page.getByRole('heading', { name }).click()
  const form = page.getByRole('form', { name: `Service levels of ${name}` })
  await form.getByLabel('Assigned within, P1').fill('2 s')
  await form.getByLabel('Resolved within, P1').fill('4 h')
  await form.getByRole('button', { name: 'Add a step' }).press('Enter')
  await form.getByLabel('Moment of step 1').selectOption('broken')
  await form.getByLabel('Action of step 1').selectOption('tell people')
  await form.getByRole('button', { name: 'Save the service levels' }).click()
  await expect(page.getByText(`Saved the service levels of ${name}`)).toBeVisible()

  const manager = await person('manager', '/service-levels')
  await manager.goto(`/service-levels?queue=${name}`)
  await expect(manager.getByText('No promise is broken')).toBeVisible()
  const title = `Too late ${mark()}`
  await admin.send('/tasks', { title, priority: 'P1', queue: name, requiredSkills: [skill] })
  const broken = manager.getByRole('region', { name: 'Broken now' })
  await expect(broken.getByRole('listitem')).toContainText('Nobody has the skills and the region.', {
    timeout: 30_000,
  })
  await manager.getByRole('button', { name: /new notice/ }).click()
  await expect(manager.getByRole('dialog', { name: 'Notices' })).toContainText(
    `Escalated in ${name}: ${title}`,
  )
  await manager.keyboard.press('Escape')
  await broken.getByRole('button', { name: title }).click()
  const beside = manager.getByRole('complementary', { name: 'Details' })
  const promises = beside.getByRole('region', { name: 'What is promised' })
  await expect(promises.getByText(/^broken/)).toBeVisible()
  await expect(promises.getByText(/^due in/)).toBeVisible()
  await expect(beside.getByText(/^Promise broken: Assigned/)).toBeVisible()
  await expect(beside.getByText('1 person was told').or(beside.getByText(/people were told/))).toBeVisible()
})

test('an admin adds a calendar, closes a day, and cannot remove what a queue goes by', async ({
  person,
  request,
  faults,
}) => {
  faults.expect(/status of 422 .*\/calendars\//)
  const admin = await adminOf(request)
  const name = `office-${mark()}`
  const queue = `line-${mark()}`
  await admin.send('/queues', { name: queue })
  const page = await person('admin', '/calendars')
  await page.goto('/calendars')
  await page.getByLabel('Name of a new calendar').fill(name)
  await page.getByRole('button', { name: 'Add a calendar' }).click()
  await page.getByRole('heading', { name }).click()
  const form = page.getByRole('form', { name })
  await form.getByRole('button', { name: 'Add a day' }).press('Enter')
  await form.getByLabel('Date of day 1').fill('2026-12-25')
  await form.getByLabel('Name of day 1').fill('Christmas')
  await form.getByRole('button', { name: 'Save the calendar' }).click()
  await expect(page.getByText(`Saved the calendar ${name}`)).toBeVisible()

  await page.goto('/queues')
  await page.getByRole('heading', { name: queue }).click()
  const levels = page.getByRole('form', { name: `Service levels of ${queue}` })
  await levels.getByLabel('Calendar').selectOption(name)
  await levels.getByRole('button', { name: 'Save the service levels' }).click()
  await expect(page.getByText(`Saved the service levels of ${queue}`)).toBeVisible()

  await page.goto('/calendars')
  await page.getByRole('heading', { name }).click()
  await form.getByRole('button', { name: `Remove ${name} …` }).click()
  await form.getByRole('button', { name: `Remove ${name} for good` }).click()
  await expect(form.getByRole('alert')).toBeVisible()
})
