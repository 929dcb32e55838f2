import { expect, type Page } from '@playwright/test'

/** Says that one is here, while nothing waits. */
export async function startShift(page: Page) {
  await page.getByRole('button', { name: 'Start shift' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing for you right now' })).toBeVisible()
}

/** Buttons that only just appeared do nothing yet: pressed again until it is begun. */
export async function begin(page: Page) {
  const slider = page.getByRole('slider', { name: 'Progress' })
  await expect(async () => {
    if (!(await slider.isVisible())) {
      await page.getByRole('button', { name: 'Start', exact: true }).click({ timeout: 1_000 })
    }
    await expect(slider).toBeVisible({ timeout: 1_000 })
  }).toPass()
}
