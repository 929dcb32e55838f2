import AxeBuilder from '@axe-core/playwright'
import { type Browser, test as base, expect, type Page } from '@playwright/test'

const PASSWORD = 'try-the-burrow'

/** What a page may say in its console although nothing is wrong: the browser's own line for a refused call. */
const EXPECTED = [/status of 401 \(\).*\/auth\/(refresh|login)/]

/** Notes everything that goes wrong in a page; a story that leaves something noted has failed. */
export function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' && !/Content Security Policy/.test(message.text())) return
    const text = `${message.text()} ${message.location().url}`
    if (!EXPECTED.some((it) => it.test(text))) faults.push(text)
  })
}

interface Fixtures {
  faults: string[]
  /** Opens a page of its own, as another person with another browser would. */
  person: (name: string, path?: string) => Promise<Page>
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  faults: async ({}, use) => {
    const faults: string[] = []
    await use(faults)
    expect(faults).toEqual([])
  },
  page: async ({ page, faults }, use) => {
    watch(page, faults)
    await use(page)
  },
  person: async ({ browser, faults, baseURL }, use) => {
    const opened: Page[] = []
    await use(async (name, path = '/') => {
      const page = await (await (browser as Browser).newContext({ ...(baseURL && { baseURL }) })).newPage()
      watch(page, faults)
      opened.push(page)
      await page.goto(`/sign-in?to=${encodeURIComponent(path)}`)
      await signIn(page, name)
      return page
    })
    for (const page of opened) await page.context().close()
  },
})

export { expect }

export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('User name').fill(name)
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('navigation', { name: 'Pages' }).filter({ visible: true })).toBeVisible()
}

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
]
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What a person with a screen reader, weak sight or a small screen would stumble over, in both themes and all sizes. */
export async function expectAccessible(page: Page): Promise<void> {
  const before = page.viewportSize()
  for (const size of SIZES) {
    await page.setViewportSize(size)
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
      const axe = new AxeBuilder({ page })
      // what does not depend on colours was looked at in the light
      const { violations } = await (scheme === 'light'
        ? axe.withTags(RULES)
        : axe.withRules('color-contrast')
      ).analyze()
      const found = violations.map(
        (it) =>
          `${it.id}: ${it.nodes.map((node) => `${node.html} ${node.any[0]?.message ?? ''}`).join(' | ')}`,
      )
      expect(found, `${page.url()} at ${size.width} px, ${scheme}`).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, `sideways scrolling at ${size.width} px`).toBeLessThanOrEqual(0)
    }
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null })
  if (before) await page.setViewportSize(before)
}
