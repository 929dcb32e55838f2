import { expect, signIn, test } from '../fixture'

test('a guest sees the health, and what is for others asks to sign in and leads back', async ({ page }) => {
  await page.goto('/operations')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Operations')
  await expect(page.getByRole('listitem').filter({ hasText: 'Database' })).toContainText('Up')

  await page.goto('/failures?inspect=dead-letter:none')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  await signIn(page, 'admin')
  await expect(page).toHaveURL(/\/failures\?inspect=dead-letter(:|%3A)none$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Failures')
})

test('an admin goes from operations to the dead letters, by keys, and is connected', async ({ person }) => {
  const page = await person('admin', '/operations')
  await expect(page.getByRole('button', { name: 'Live' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('f')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Failures')

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Command, person, task or its id' }).fill('operations')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Operations')

  await page.getByRole('button', { name: 'Profile and settings' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
})

test('a page that is not for the role says so, and a wrong password too', async ({ page }) => {
  await page.goto('/failures')
  await page.getByLabel('User name').fill('grace')
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await signIn(page, 'grace')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not for your role')
  await page.goto('/nothing/here')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address')
})

test('a second tab takes over the session, and signing out ends both', async ({ person }) => {
  const first = await person('manager', '/failures')
  const second = await first.context().newPage()
  await second.goto('/failures')
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Failures')
  await second.reload()
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Failures')
  await second.getByRole('button', { name: 'Profile and settings' }).click()
  await second.getByRole('button', { name: 'Sign out' }).click()
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('Sign in')
})

test('without its live connection a page polls, says so, and comes back by itself', async ({ page }) => {
  let cut = true
  await page.routeWebSocket(/\/ws$/, (socket) => {
    if (cut) socket.close()
    else socket.connectToServer()
  })
  await page.goto('/sign-in?to=/operations')
  await signIn(page, 'manager')
  await expect(page.getByRole('button', { name: 'Polling every 5 s' })).toBeVisible()
  cut = false
  await expect(page.getByRole('button', { name: 'Live' })).toBeVisible({ timeout: 20_000 })
})

test('the policy lets in nothing from elsewhere, and every story would hear of it', async ({
  page,
  faults,
}) => {
  await page.goto('/operations')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.foreign = true'
    const picture = document.createElement('img')
    picture.src = 'https://elsewhere.invalid/pixel.png'
    document.body.append(script, picture)
  })
  await expect.poll(() => faults.found.length).toBe(2)
  for (const fault of faults.found.splice(0)) expect(fault).toContain('Content Security Policy')
  expect(await page.evaluate(() => 'foreign' in window)).toBe(false)
})
