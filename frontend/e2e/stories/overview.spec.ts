import { expect, test } from '../fixture'

test('a manager reads the overview: figures with their definitions, charts with their table', async ({
  person,
}) => {
  const page = await person('manager', '/overview')
  await page.goto('/overview')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Overview')
  await expect(page.getByRole('img', { name: /^Tasks waiting and in work\. Waiting: now \d/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Tasks by state and priority' }).first()).toContainText(
    'Queued',
  )
  await expect(page.getByText(/Times are in Europe\/Berlin \(GMT\+0[12]:00\)/)).toBeVisible()

  await page.getByRole('button', { name: 'How it is counted: Completed' }).click()
  await expect(page.getByRole('dialog', { name: 'How it is counted: Completed' })).toContainText('each once')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Last hour' }).click()
  await expect(page).toHaveURL(/range=1/)
  await page.getByRole('button', { name: 'As a table' }).click()
  await expect(page).toHaveURL(/table=true/)
  await expect(page.getByRole('columnheader', { name: 'Created' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Last hour' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('columnheader', { name: 'Created' })).toBeVisible()
})

test('a number leads to its tasks, and a panel becomes a file', async ({ person }) => {
  const page = await person('manager', '/overview')
  await page.goto('/overview')
  const table = page.getByRole('table').filter({ hasText: 'Queued' })
  const link = table.getByRole('row').filter({ hasText: 'Queued' }).getByRole('link').last()
  await expect(link).toHaveAttribute('href', /\/queue\?q=state(:|%3A)waiting/)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as CSV: Tasks by state and priority' }).click()
  const chunks: Buffer[] = []
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer)
  const lines = Buffer.concat(chunks).toString('utf8').split('\r\n')
  expect(lines[0]).toContain('zone Europe/Berlin')
  expect(lines).toContain('state,P1,P2,P3,P4,P5,sum')
  expect(lines.find((it) => it.startsWith('QUEUED,'))).toMatch(/^QUEUED(,\d+){6}$/)
})
