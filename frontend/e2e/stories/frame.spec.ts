import { expect, expectAccessible, signIn, test } from '../fixture'

test('a guest sees the health, and what is for others asks to sign in and leads back', async ({ page }) => {
  await page.goto('/operations')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Operations')
  await expect(page.getByRole('listitem').filter({ hasText: 'Database' })).toContainText('Up')
  await expectAccessible(page)

  await page.goto('/failures?inspect=dead-letter:none')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
  await expectAccessible(page)
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
  await expectAccessible(page)

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Command, person, task or its id' }).fill('operations')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Operations')

  await page.getByRole('button', { name: 'Profile and settings' }).click()
  await expectAccessible(page)
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
  await expectAccessible(page)
  await page.goto('/nothing/here')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address')
})

test('a second tab takes over the session, and signing out ends both', async ({ person, faults }) => {
  const first = await person('manager', '/failures')
  const second = await first.context().newPage()
  second.on('pageerror', (error) => faults.push(error.message))
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
