import { expect, it } from 'vitest'
import { FeedCursor } from './feed-cursor'
import type { FeedEntry, FeedPage } from './messages'

const entry = (seq: number): FeedEntry => ({
  seq,
  at: '2026-01-31T08:00:00Z',
  type: 'assignment.started',
  data: { assignmentId: `a${seq}`, taskId: 't' },
})

function feed(head: number, pageSize = 100) {
  const server = { head, pulls: [] as number[], fail: false, oldest: 1 }
  const seen: number[] = []
  const missing: number[] = []
  const cursor = new FeedCursor(0, {
    pull: async (after): Promise<FeedPage> => {
      server.pulls.push(after)
      if (server.fail) throw new Error('away')
      const from = Math.max(after + 1, server.oldest)
      const count = Math.max(Math.min(server.head - from + 1, pageSize), 0)
      return { entries: Array.from({ length: count }, (_, i) => entry(from + i)), head: server.head }
    },
    deliver: (entries) => seen.push(...entries.map((it) => it.seq)),
    missing: (count) => missing.push(count),
  })
  return { server, seen, missing, cursor }
}

it('passes on what comes in order, without asking', () => {
  const { cursor, seen, server } = feed(3)
  for (const seq of [1, 2, 3]) cursor.offer(entry(seq))
  expect(seen).toEqual([1, 2, 3])
  expect(server.pulls).toEqual([])
})

it('drops duplicates', () => {
  const { cursor, seen } = feed(2)
  for (const seq of [1, 1, 2, 1, 2]) cursor.offer(entry(seq))
  expect(seen).toEqual([1, 2])
})

it('fills a gap, page by page, and counts what is missing', async () => {
  const { cursor, seen, server, missing } = feed(5, 2)
  cursor.offer(entry(1))
  cursor.offer(entry(5))
  await cursor.catchUp()
  expect(seen).toEqual([1, 2, 3, 4, 5])
  expect(server.pulls).toEqual([1, 3])
  expect(missing).toEqual([4, 2, 0])
})

it('puts reordered entries right, each shown once', async () => {
  const { cursor, seen } = feed(4)
  for (const seq of [2, 1, 4, 3]) cursor.offer(entry(seq))
  await cursor.catchUp()
  cursor.offer(entry(3))
  expect(seen).toEqual([1, 2, 3, 4])
})

it('learns of a lost last entry by the head beat', async () => {
  const { cursor, seen } = feed(2)
  cursor.offer(entry(1))
  cursor.heard(2)
  await cursor.catchUp()
  expect(seen).toEqual([1, 2])
})

it('tries again after a failure, and loses nothing', async () => {
  const { cursor, seen, server } = feed(3)
  server.fail = true
  cursor.heard(3)
  await expect(cursor.catchUp()).rejects.toThrow('away')
  expect(seen).toEqual([])
  server.fail = false
  cursor.heard(3)
  await cursor.catchUp()
  expect(seen).toEqual([1, 2, 3])
})

it('goes on from the head when the old entries are no longer kept', async () => {
  const { cursor, seen, server } = feed(7)
  server.oldest = 6
  cursor.heard(7)
  await cursor.catchUp()
  server.head = 8
  server.oldest = 9
  cursor.heard(8)
  await cursor.catchUp()
  expect(seen).toEqual([6, 7])
  expect(cursor.position).toBe(8)
})
