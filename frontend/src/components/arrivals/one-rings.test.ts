import { afterEach, expect, it, vi } from 'vitest'
import { oneRings } from './one-rings'
import { sound } from './sound'

afterEach(() => localStorage.clear())

it('rings once for an entry, however many tabs hear it, and again for the next', async () => {
  sound.set({ ready: true })
  const ring = vi.fn<() => void>()
  await Promise.all([oneRings('grace', 5, ring), oneRings('grace', 5, ring)])
  expect(ring).toHaveBeenCalledTimes(1)
  await oneRings('grace', 6, ring)
  await oneRings('grace', 5, ring)
  expect(ring).toHaveBeenCalledTimes(2)
  await oneRings('ada', 1, ring)
  expect(ring).toHaveBeenCalledTimes(3)
})
