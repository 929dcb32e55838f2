import { useSyncExternalStore } from 'react'

export interface Store<T> {
  get: () => T
  set: (change: Partial<T> | ((now: T) => T)) => void
  subscribe: (listener: () => void) => () => void
}

/** A value outside React that components can watch. */
export function createStore<T extends object>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(change) {
      const next = typeof change === 'function' ? change(value) : { ...value, ...change }
      if (next === value) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The part that `select` gives must be a primitive or keep its identity while nothing changed. */
export function useStore<T extends object, S>(store: Store<T>, select: (value: T) => S): S {
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}
