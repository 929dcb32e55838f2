import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { throttled } from './throttled'

let runs: (() => void)[]
const run = vi.fn(() => new Promise<void>((resolve) => runs.push(resolve)))

beforeEach(() => {
  vi.useFakeTimers()
  runs = []
  run.mockClear()
})
afterEach(() => void vi.useRealTimers())

it('runs once for many, after the rest', async () => {
  const one = throttled(run, () => 1_000)
  one.ask()
  one.ask()
  await vi.advanceTimersByTimeAsync(999)
  expect(run).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(run).toHaveBeenCalledOnce()
  runs[0]?.()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(run).toHaveBeenCalledOnce()
})

it('waits for what runs, however long it takes, and then runs once more', async () => {
  const one = throttled(run, () => 1_000)
  one.ask()
  await vi.advanceTimersByTimeAsync(1_000)
  one.ask()
  one.ask()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(run).toHaveBeenCalledOnce()
  runs[0]?.()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(run).toHaveBeenCalledTimes(2)
})

it('goes on after a failure, and stops when it is cancelled', async () => {
  run.mockRejectedValueOnce(new Error('refused'))
  const one = throttled(run, () => 1_000)
  one.ask()
  await vi.advanceTimersByTimeAsync(1_000)
  one.ask()
  one.cancel()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(run).toHaveBeenCalledOnce()
})
