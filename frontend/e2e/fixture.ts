import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { Wire } from './wire'

export { expectAccessible } from './accessible'
export { expect }

export const PASSWORD = 'try-the-burrow'

/** What a page may say in its console although nothing is wrong: the browser's own line for a refused call. */
const EXPECTED = [/status of 401 \(\).*\/auth\/(refresh|login)/]

/** Everything that goes wrong in a page, what the policy forbids included; a story that leaves something has failed. */
export class Faults {
  readonly found: string[] = []
  private readonly expected = [...EXPECTED]

  watch(context: BrowserContext): void {
    context.on('weberror', (error) => this.note(`error: ${error.error().message}`))
    context.on('console', (message) => {
      if (message.type() !== 'error' && !/Content Security Policy/.test(message.text())) return
      this.note(`${message.text()} ${message.location().url}`)
    })
  }

  /** What the story brings about on purpose; say so before it happens. */
  expect(...reasons: RegExp[]): void {
    this.expected.push(...reasons)
  }

  private note(fault: string): void {
    if (!this.expected.some((it) => it.test(fault))) this.found.push(fault)
  }
}

interface Fixtures {
  faults: Faults
  /** Opens a page of its own, as another person with another browser would; `before` sees it while it is still empty. */
  person: (name: string, path?: string, before?: (page: Page) => Promise<unknown>) => Promise<Page>
  /** The same, with the live connection in the story's hands. */
  wired: (
    name: string,
    path: string,
    before?: (page: Page) => Promise<unknown>,
  ) => Promise<{ page: Page; wire: Wire }>
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  faults: async ({}, use) => {
    const faults = new Faults()
    await use(faults)
    expect(faults.found).toEqual([])
  },
  context: async ({ context, faults }, use) => {
    faults.watch(context)
    await use(context)
  },
  person: async ({ browser, faults }, use) => {
    const opened: BrowserContext[] = []
    await use(async (name, path = '/', before) => {
      const context = await browser.newContext()
      opened.push(context)
      faults.watch(context)
      const page = await context.newPage()
      await before?.(page)
      await page.goto(`/sign-in?to=${encodeURIComponent(path)}`)
      await signIn(page, name)
      return page
    })
    for (const context of opened) await context.close()
  },
  wired: async ({ person }, use) => {
    await use(async (name, path, before) => {
      const wire = new Wire()
      const page = await person(name, path, async (it) => {
        await wire.hold(it.context())
        await before?.(it)
      })
      return { page, wire }
    })
  },
})

export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('User name').fill(name)
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('navigation', { name: 'Pages' }).filter({ visible: true })).toBeVisible()
}
