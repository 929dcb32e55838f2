import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { frameBatch } from './frame-batch'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function batch() {
  const flushed: number[][] = []
  const overflow = vi.fn()
  return { flushed, overflow, frames: frameBatch<number>((items) => flushed.push(items), overflow) }
}

it('hands over once per paint what came in between', () => {
  const { frames, flushed } = batch()
  frames.add([1])
  frames.add([2, 3])
  expect(flushed).toEqual([])
  vi.advanceTimersToNextFrame()
  frames.add([4])
  vi.advanceTimersToNextFrame()
  expect(flushed).toEqual([[1, 2, 3], [4]])
})

it('asks for the whole when too much came without a paint', () => {
  const { frames, flushed, overflow } = batch()
  for (let i = 0; i < 30; i++) frames.add(Array.from({ length: 100 }, () => i))
  vi.advanceTimersToNextFrame()
  expect(overflow).toHaveBeenCalledOnce()
  expect(flushed).toEqual([])
  frames.add([1])
  vi.advanceTimersToNextFrame()
  expect(flushed).toEqual([[1]])
})
