import { createStore, useStore } from '@/lib/store'

interface Draft {
  text: string
  at: number
}
type Drafts = Record<string, Draft>

const KEY = 'warren.drafts'
const KEPT = 14 * 86_400_000

/** What was typed and not yet sent, by assignment. It outlives reloads and sessions; all tabs share it. */
const drafts = createStore<Drafts>(read())

function read(): Drafts {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return kept !== null && typeof kept === 'object' ? (kept as Drafts) : {}
  } catch {
    return {}
  }
}

export function keepDraft(assignment: string, text: string): void {
  const at = Date.now()
  drafts.set((now) => {
    const others = Object.entries(now).filter(([id, it]) => id !== assignment && at - it.at < KEPT)
    return Object.fromEntries(text === '' ? others : [...others, [assignment, { text, at }]])
  })
  localStorage.setItem(KEY, JSON.stringify(drafts.get()))
}

export function draftOf(assignment: string): string {
  return drafts.get()[assignment]?.text ?? ''
}

export function useDraft(assignment: string): [string, (text: string) => void] {
  const text = useStore(drafts, (it) => it[assignment]?.text ?? '')
  return [text, (changed) => keepDraft(assignment, changed)]
}

window.addEventListener('storage', (event) => {
  if (event.key === KEY) drafts.set(() => read())
})
