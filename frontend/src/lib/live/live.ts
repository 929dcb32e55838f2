import { api, ok } from '../api/client'
import { queryClient } from '../api/query-client'
import { heardBeat } from '../clock'
import { renew, session } from '../session/session'
import { createStore } from '../store'
import { LiveConnection } from './connection'
import { FeedCursor } from './feed-cursor'
import type { FeedEntry, FeedPage, HeadBeat, Statistics, TaskFrame } from './messages'
import { beginNotices, endNotices, noticed } from './notices'

const FEED = '/user/queue/feed'
export const TASKS = '/topic/tasks'
export const STATISTICS = '/topic/statistics'
const HISTORY = 50
const PAGE = 500
const TOKEN_REST = 5_000

type Listener<T> = (value: T) => void

/** Who hears what; `resync` says that something may have been missed: fetch what you show. */
export const listeners = {
  feed: new Set<Listener<FeedEntry>>(),
  tasks: new Set<Listener<TaskFrame>>(),
  resync: new Set<() => void>(),
}

export const received = createStore({ entries: 0 })
export const statisticsKey = ['statistics'] as const

let cursor: FeedCursor | undefined
let beginning: Promise<FeedCursor> | undefined

export const live = new LiveConnection({
  connect: (token, handlers) => {
    if (connectStomp === undefined) throw new Error('The live connection was not loaded.')
    return connectStomp(token, handlers)
  },
  token: async (refused) => {
    connectStomp ??= (await import('./transport')).connectStomp
    const access = session.get().access
    if (access === undefined) return undefined
    return refused || access.expiresAt - Date.now() < TOKEN_REST ? renew(access.token) : access.token
  },
  frame: onFrame,
  opened: () => {
    synchronise().catch(() => undefined)
    resync()
  },
  poll: async () => {
    await synchronise()
    resync()
  },
})

let connectStomp: typeof import('./transport').connectStomp | undefined

/** Follows the session: connected while somebody is signed in. */
export function startLive(): void {
  live.follow(FEED)
  let account: string | undefined
  const follow = () => {
    const user = session.get().access?.user.id
    if (user === account) return
    account = user
    live.stop()
    cursor = undefined
    beginning = undefined
    queryClient.clear()
    if (user === undefined) endNotices()
    else live.start()
  }
  follow()
  session.subscribe(follow)
  window.addEventListener('online', () => live.recover())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') live.recover()
  })
}

/** Fetches what was missed of the own feed. */
async function synchronise(): Promise<void> {
  if (cursor !== undefined) return cursor.catchUp()
  beginning ??= begin().finally(() => {
    beginning = undefined
  })
  cursor = await beginning
}

async function begin(): Promise<FeedCursor> {
  const { head } = await pull(0, 1)
  const { entries } = await pull(Math.max(head - HISTORY, 0), HISTORY)
  const user = session.get().access?.user.id
  if (user !== undefined) beginNotices(user, entries)
  return new FeedCursor(entries.at(-1)?.seq ?? head, {
    pull: (after) => pull(after, PAGE),
    deliver: (fresh) => {
      received.set((it) => ({ entries: it.entries + fresh.length }))
      noticed(fresh)
      for (const entry of fresh) for (const listener of listeners.feed) listener(entry)
    },
    missing: (count) => live.catchingUp(count),
  })
}

async function pull(after: number, size: number): Promise<FeedPage> {
  const page = await ok(api.GET('/api/v1/me/feed', { params: { query: { after, size } } }))
  return page as unknown as FeedPage // what `data` holds depends on `type`, which OpenAPI leaves open
}

function onFrame(destination: string, body: string): void {
  const message: unknown = JSON.parse(body)
  switch (destination) {
    case FEED: {
      const entry = message as FeedEntry | HeadBeat
      if (entry.type === 'feed.head') {
        heardBeat(entry.at)
        cursor?.heard(entry.head)
      } else {
        cursor?.offer(entry)
      }
      break
    }
    case TASKS:
      for (const listener of listeners.tasks) listener(message as TaskFrame)
      break
    case STATISTICS:
      queryClient.setQueryData(statisticsKey, message as Statistics)
      break
  }
}

function resync(): void {
  for (const listener of [...listeners.resync]) listener()
}
