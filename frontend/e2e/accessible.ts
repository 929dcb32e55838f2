import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

export const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
] as const
const SCHEMES = ['light', 'dark'] as const
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What a person with a screen reader, weak sight or a small screen would stumble over, in both themes and all sizes. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await expectAccessibleHere(page)
  }
  await page.setViewportSize(SIZES[0])
}

/** The same, in the size that the page has. */
export async function expectAccessibleHere(page: Page, what = page.url()): Promise<void> {
  const width = page.viewportSize()?.width
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
    // one document without frames: the quick way does, and it opens no page of its own
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
    const { violations } = await axe.withTags(RULES).analyze()
    const found = violations.map(
      (it) => `${it.id}: ${it.nodes.map((node) => `${node.html} ${node.any[0]?.message ?? ''}`).join(' | ')}`,
    )
    expect(found, `${what} at ${width} px, ${scheme}`).toEqual([])
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${what}: sideways scrolling at ${width} px`).toBeLessThanOrEqual(0)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: null })
}
