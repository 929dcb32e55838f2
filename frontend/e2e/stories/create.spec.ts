import { expect, expectAccessible, test } from '../fixture'

const ROWS = 10_000
const KINDS = [
  [',P1,,', 'There is no title'],
  ['A task,urgent,,', 'A priority is P1 to P5'],
  ['A task,,,', 'There is no priority'],
  ['A task,P1,netwrk,', 'There is no skill netwrk'],
  ['A task,P1,,soon', 'Not a date'],
  ['A task,P1,,2020-01-01', 'This date has passed'],
  ['"A task,P1,,', 'The quotes do not end'],
  ['A task,P1,,,,one too many', 'cells, but there are 4 columns'],
] as const

/** A file with as many faults of many kinds, and where they are. */
function fileWith(faults: number) {
  const step = Math.floor(ROWS / faults)
  const expected: { line: number; cause: string }[] = []
  const lines = ['title,priority,skills,due']
  for (let row = 0; row < ROWS; row += 1) {
    const kind =
      row % step === 7 && expected.length < faults ? KINDS[expected.length % KINDS.length] : undefined
    if (kind) expected.push({ line: lines.length + 1, cause: kind[1] })
    lines.push(kind ? kind[0] : `Imported ${row},P5,network,`)
  }
  return { text: lines.join('\r\n'), expected }
}

test('an admin sees what is going on, brings the sample alive, and creates by Enter', async ({ person }) => {
  const page = await person('admin', '/now')
  await expect(page).toHaveURL(/\/now$/)
  await expect(page.getByRole('region', { name: 'Figures' })).toContainText('Waiting')
  await expect(
    page
      .getByRole('region', { name: 'People' })
      .getByRole('listitem')
      .first()
      .or(page.getByText('Nobody is here')),
  ).toBeVisible()

  const alive = page.getByRole('switch')
  await alive.click()
  await expect(alive).toBeChecked()
  await expect(page.getByRole('region', { name: 'People' }).getByRole('listitem')).not.toHaveCount(0)

  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'Create tasks' })
  await expect(dialog.getByLabel('Title')).toBeFocused()
  await expect(dialog.getByText(/people? fits?,/)).toBeVisible()

  const title = `The story's task ${Date.now()}`
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`Created: ${title}`)).toBeVisible()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/inspect=task(:|%3A)/)
  // it asks for no skill: whoever starts a shift in another story would be given it
  await page.getByRole('button', { name: 'Cancel task' }).click()
  await expect(page.getByText(`Cancelled ${title}`)).toBeVisible()

  await page.goto('/now')
  await alive.click()
  await expect(alive).not.toBeChecked()
})

test('what was typed outlives a reload, and what is wrong is said at its field', async ({ person }) => {
  const page = await person('admin', '/now')
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'Create tasks' })
  await dialog.getByLabel('Title').fill('Kept over a reload')
  await dialog.getByLabel('Estimate').fill('a while')
  await page.reload()
  await expect(dialog.getByLabel('Title')).toHaveValue('Kept over a reload')
  await dialog.getByRole('button', { name: 'Create the task' }).click()
  await expect(dialog.getByText('Write a span such as 45 min')).toBeVisible()
  await expect(dialog.getByLabel('Estimate')).toBeFocused()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Start afresh' }).click()
})

test('a file of 10 000 rows with 188 faults: all are listed, the rest is created, and never twice', async ({
  person,
}) => {
  test.setTimeout(180_000)
  const { text, expected } = fileWith(188)
  const page = await person('admin', '/now?create=csv')
  const dialog = page.getByRole('dialog', { name: 'Create tasks' })
  const upload = () =>
    dialog.locator('input[type=file]').setInputFiles({
      name: 'incidents.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    })
  await expect(dialog.getByText('Drop a CSV file here')).toBeVisible()
  await upload()
  await expect(dialog.getByText('10,000 rows in incidents.csv')).toBeVisible()
  const faults = dialog.getByRole('region', { name: '188 faults' })
  const listed = await faults.getByRole('row').allInnerTexts()
  expect(listed).toHaveLength(1 + expected.length)
  for (const [index, { line, cause }] of expected.entries()) {
    expect(listed[index + 1]?.startsWith(String(line)), listed[index + 1]).toBe(true)
    expect(listed[index + 1]).toContain(cause)
  }

  const download = page.waitForEvent('download')
  await faults.getByRole('button', { name: 'Download the 188 bad rows' }).click()
  expect((await download).suggestedFilename()).toBe('incidents-bad-rows.csv')

  await dialog.getByRole('button', { name: 'Create 9,812 good tasks, leave 188' }).click()
  await expect(dialog.getByText('9,812 tasks created')).toBeVisible({ timeout: 120_000 })
  await expectAccessible(page)

  await dialog.getByRole('button', { name: 'Take another file' }).click()
  await upload()
  await dialog.getByRole('button', { name: 'Create 9,812 good tasks, leave 188' }).click()
  await expect(dialog.getByText('9,812 tasks were there already')).toBeVisible({ timeout: 120_000 })
  await expect(dialog.getByText('tasks created')).toBeHidden()
})

test('a manager sees Now and can change nothing', async ({ person }) => {
  const page = await person('manager', '/now')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Now')
  await expect(page.getByRole('button', { name: 'Create a task' })).toHaveCount(0)
  await expect(page.getByRole('switch')).toHaveCount(0)
  await page.keyboard.press('n')
  await expect(page.getByRole('dialog', { name: 'Create tasks' })).toHaveCount(0)
  await page.goto('/create')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not for your role')
})
