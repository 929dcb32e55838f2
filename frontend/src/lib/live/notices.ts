import { createStore } from '../store'
import type { FeedEntry } from './messages'

const KEPT = 100

interface Notices {
  account: string | undefined
  /** Newest first. */
  entries: FeedEntry[]
  /** The number up to which they were read; all tabs of this device share it. */
  read: number
}

const NONE: Notices = { account: undefined, entries: [], read: 0 }

export const notices = createStore<Notices>(NONE)

const key = (account: string) => `warren.read.${account}`

function readOf(account: string): number {
  return Number(localStorage.getItem(key(account)) ?? 0)
}

export function beginNotices(account: string, entries: FeedEntry[]): void {
  notices.set({ account, entries: entries.toReversed().slice(0, KEPT), read: readOf(account) })
}

export function noticed(fresh: FeedEntry[]): void {
  notices.set((it) => ({ ...it, entries: [...fresh.toReversed(), ...it.entries].slice(0, KEPT) }))
}

export function endNotices(): void {
  notices.set(() => NONE)
}

export function markRead(): void {
  const { account, entries } = notices.get()
  const newest = entries[0]
  if (account === undefined || newest === undefined) return
  localStorage.setItem(key(account), String(newest.seq))
  notices.set({ read: newest.seq })
}

const TALK: readonly FeedEntry['type'][] = [
  'comment.added',
  'help.requested',
  'help.answered',
  'task.escalated',
]

/** The task that somebody shall look at; other entries tell of what is on the pages anyway. */
export function talkOf(entry: FeedEntry): string | undefined {
  return TALK.includes(entry.type) && 'taskId' in entry.data ? entry.data.taskId : undefined
}

export function unread({ entries, read }: Notices): number {
  return entries.filter((it) => it.seq > read).length
}

window.addEventListener('storage', (event) => {
  const { account } = notices.get()
  if (account !== undefined && event.key === key(account)) notices.set({ read: readOf(account) })
})
