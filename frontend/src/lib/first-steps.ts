import { createStore, useStore } from './store'

export type Step = 'watch' | 'create' | 'become'

interface FirstSteps {
  done: readonly Step[]
  hidden: boolean
}

const KEY = 'warren.first-steps'
const ALL: readonly Step[] = ['watch', 'create', 'become']

function read(): FirstSteps {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<FirstSteps>
    const done = Array.isArray(kept.done) ? ALL.filter((it) => kept.done?.includes(it)) : []
    return { done, hidden: kept.hidden === true }
  } catch {
    return { done: [], hidden: false }
  }
}

/** What a newcomer to the sample has tried on this device; all its tabs share it. */
const firstSteps = createStore<FirstSteps>(read())

function keep(change: Partial<FirstSteps>): void {
  firstSteps.set(change)
  localStorage.setItem(KEY, JSON.stringify(firstSteps.get()))
}

/** Notes a step; with the last one the list hides itself. */
export function stepDone(step: Step): void {
  const { done } = firstSteps.get()
  if (done.includes(step)) return
  const now = [...done, step]
  keep({ done: now, ...(now.length === ALL.length && { hidden: true }) })
}

export function showFirstSteps(shown: boolean): void {
  keep({ hidden: !shown })
}

export function useFirstSteps(): FirstSteps {
  return useStore(firstSteps, (it) => it)
}

window.addEventListener('storage', (event) => {
  if (event.key === KEY) firstSteps.set(read())
})
