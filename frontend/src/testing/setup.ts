import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'
import { type Noun, needTexts } from '@/lib/text'
import { en } from '@/lib/text/en'

afterEach(cleanup)

// a machine that also builds and tests the server is slow at times
configure({ asyncUtilTimeout: 10_000 })

// What jsdom does not have.
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
}))
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
)
Element.prototype.scrollIntoView = () => undefined
Element.prototype.scrollTo = () => undefined

await needTexts(...(Object.keys(en) as Noun[]))
