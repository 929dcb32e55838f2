import { createStore } from '@/lib/store'

export interface Toast {
  id: number
  text: string
  tone: 'plain' | 'bad'
  /** How long it is shown, in milliseconds. */
  lasts: number
  action?: { label: string; run: () => void }
}

export const toasts = createStore<{ list: readonly Toast[] }>({ list: [] })

const MOST = 3
const LASTS = 5_000
let ids = 0

/** Says that something happened; at most three at a time, each for five seconds unless told otherwise or looked at. */
export function toast(
  text: string,
  options: { tone?: Toast['tone']; lasts?: number; action?: Toast['action'] } = {},
): number {
  ids += 1
  const { tone = 'plain', lasts = LASTS, action } = options
  const one: Toast = { id: ids, text, tone, lasts, ...(action && { action }) }
  toasts.set((it) => ({ list: [...it.list, one].slice(-MOST) }))
  return one.id
}

export function dismiss(id: number): void {
  toasts.set((it) => ({ list: it.list.filter((one) => one.id !== id) }))
}
