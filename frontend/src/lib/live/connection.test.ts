import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LiveConnection } from './connection'
import type { Connection, Handlers } from './transport'

/** A network whose sockets open, say something and break when the test wants it. */
function network() {
  const sockets: { handlers: Handlers; subscribed: Set<string>; token: string }[] = []
  const polls = { count: 0, fail: false }
  const seen: string[] = []
  const opened = vi.fn()
  const refusals: boolean[] = []
  const live = new LiveConnection({
    connect: (token, handlers): Connection => {
      const subscribed = new Set<string>()
      sockets.push({ handlers, subscribed, token })
      return {
        subscribe: (destination) => {
          subscribed.add(destination)
          return () => subscribed.delete(destination)
        },
        close: () => handlers.closed(undefined),
      }
    },
    token: async (refused) => {
      refusals.push(refused)
      return `token ${refusals.length}`
    },
    frame: (_, body) => seen.push(body),
    opened,
    poll: async () => {
      polls.count += 1
      if (polls.fail) throw new Error('away')
    },
    visible: () => true,
    random: () => 1,
  })
  const last = () => sockets[sockets.length - 1]
  const tick = (ms = 0) => vi.advanceTimersByTimeAsync(ms)
  const state = () => live.status.get().state
  return { live, sockets, polls, seen, opened, refusals, last, tick, state }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('is live when the socket opens, and subscribes what is followed', async () => {
  const { live, last, tick, state, opened } = network()
  live.follow('/user/queue/feed')
  live.start()
  await tick()
  expect(state()).toBe('connecting')
  last()?.handlers.opened()
  expect(state()).toBe('live')
  expect(opened).toHaveBeenCalledOnce()
  expect([...(last()?.subscribed ?? [])]).toEqual(['/user/queue/feed'])
})

it('subscribes a destination once for all followers, until the last leaves', async () => {
  const { live, last, tick } = network()
  live.start()
  await tick()
  last()?.handlers.opened()
  const leave = [live.follow('/topic/tasks'), live.follow('/topic/tasks')]
  expect(last()?.subscribed.size).toBe(1)
  leave[0]?.()
  leave[0]?.()
  expect(last()?.subscribed.size).toBe(1)
  leave[1]?.()
  expect(last()?.subscribed.size).toBe(0)
})

it('reconnects after half a second and subscribes again', async () => {
  const { live, sockets, last, tick, state, opened } = network()
  live.follow('/topic/tasks')
  live.start()
  await tick()
  last()?.handlers.opened()
  last()?.handlers.closed(undefined)
  expect(state()).toBe('connecting')
  await tick(499)
  expect(sockets).toHaveLength(1)
  await tick(1)
  expect(sockets).toHaveLength(2)
  last()?.handlers.opened()
  expect(state()).toBe('live')
  expect(opened).toHaveBeenCalledTimes(2)
  expect(last()?.subscribed.has('/topic/tasks')).toBe(true)
})

it('polls after two failed connects, every 5 s, until a socket opens', async () => {
  const { live, last, tick, state, polls } = network()
  live.start()
  await tick()
  last()?.handlers.closed(undefined)
  expect(polls.count).toBe(0)
  await tick(500)
  last()?.handlers.closed(undefined)
  await tick()
  expect(state()).toBe('polling')
  expect(polls.count).toBe(1)
  await tick(1_000)
  await tick(4_000)
  expect(polls.count).toBe(2)
  last()?.handlers.opened()
  expect(state()).toBe('live')
  await tick(20_000)
  expect(polls.count).toBe(2)
})

it('says offline since when, once polling fails too, and comes back by itself', async () => {
  const { live, last, tick, polls } = network()
  polls.fail = true
  live.start()
  await tick()
  last()?.handlers.closed(undefined)
  await tick(500)
  last()?.handlers.closed(undefined)
  await tick()
  const since = Date.now()
  await tick(5_000)
  expect(live.status.get()).toEqual({ state: 'offline', since })
  polls.fail = false
  await tick(5_000)
  expect(live.status.get()).toEqual({ state: 'polling', everySeconds: 5 })
})

it('waits longer after each failure, up to 15 s', async () => {
  const { live, sockets, last, tick } = network()
  live.start()
  await tick()
  for (const delay of [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]) {
    const before = sockets.length
    last()?.handlers.closed(undefined)
    await tick(delay - 1)
    expect(sockets, `${delay}`).toHaveLength(before)
    await tick(1)
    expect(sockets, `${delay}`).toHaveLength(before + 1)
  }
})

it('asks for a new token at once when the old one ran out', async () => {
  const { live, sockets, last, tick, refusals } = network()
  live.start()
  await tick()
  last()?.handlers.opened()
  last()?.handlers.closed('unauthenticated')
  await tick()
  expect(refusals).toEqual([false, true])
  expect(sockets.map((it) => it.token)).toEqual(['token 1', 'token 2'])
})

it('gives up a socket that has been silent for 25 s, as after sleep', async () => {
  const { live, sockets, last, tick, state } = network()
  live.start()
  await tick()
  last()?.handlers.opened()
  await tick(20_000)
  last()?.handlers.frame('/user/queue/feed', 'beat')
  await tick(20_000)
  expect(state()).toBe('live')
  await tick(5_500)
  expect(sockets).toHaveLength(2)
})

it('reconnects at once when the network is back', async () => {
  const { live, sockets, last, tick } = network()
  live.start()
  await tick()
  for (let i = 0; i < 6; i++) {
    last()?.handlers.closed(undefined)
    if (i < 5) await tick(15_000)
  }
  const before = sockets.length
  live.recover()
  await tick()
  expect(sockets).toHaveLength(before + 1)
})

it('hears nothing of a socket that it gave up', async () => {
  const { live, sockets, last, tick, seen } = network()
  live.start()
  await tick()
  last()?.handlers.opened()
  last()?.handlers.closed(undefined)
  await tick(500)
  sockets[0]?.handlers.frame('/user/queue/feed', 'late')
  sockets[0]?.handlers.opened()
  expect(seen).toEqual([])
  live.stop()
  await tick(60_000)
  expect(sockets).toHaveLength(2)
})
