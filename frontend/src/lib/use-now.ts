import { useSyncExternalStore } from 'react'
import { now } from './clock'

const TICK = 1_000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let current = now()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === undefined) {
    current = now()
    timer = setInterval(() => {
      current = now()
      for (const one of [...listeners]) one()
    }, TICK)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** The server's time in steps of `step` milliseconds: one timer for the whole app, and no render within a step. */
export function useNow(step = TICK): number {
  return useSyncExternalStore(subscribe, () => {
    if (timer === undefined) current = now()
    return Math.floor(current / step) * step
  })
}
