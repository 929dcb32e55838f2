import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { api, ok } from '../api/client'
import { useStore } from '../store'
import { frameBatch } from './frame-batch'
import { listeners, live, received, STATISTICS, statisticsKey, TASKS } from './live'
import type { FeedEntry, TaskChange } from './messages'

export type { FeedEntry, TaskChange } from './messages'

export function useLiveStatus() {
  return useStore(live.status, (it) => it)
}

export function useReceived(): number {
  return useStore(received, (it) => it.entries)
}

/** Calls the handler with each entry of the own feed, once and in order. */
export function useFeed(handler: (entry: FeedEntry) => void): void {
  const hear = useEffectEvent(handler)
  useEffect(() => {
    const listener = (entry: FeedEntry) => hear(entry)
    listeners.feed.add(listener)
    return () => void listeners.feed.delete(listener)
  }, [])
}

/**
 * Calls `resync` whenever changes may have been missed: the connection opened, or polling stands in for it. Fetch again
 * what is shown.
 */
export function useResync(resync: () => void): void {
  const hear = useEffectEvent(resync)
  useEffect(() => {
    const listener = () => hear()
    listeners.resync.add(listener)
    return () => void listeners.resync.delete(listener)
  }, [])
}

/** Keeps queries fresh without more: they are fetched again whenever changes may have been missed. */
export function useResyncOf(...keys: (readonly unknown[])[]): void {
  const client = useQueryClient()
  useResync(() => {
    for (const queryKey of keys) void client.invalidateQueries({ queryKey })
  })
}

/**
 * For managers and admins: what changed on the board, at most once per paint. Apply a change only if its version is
 * newer than the row's. `resync` is called when changes may be missing: fetch the list again.
 */
export function useTaskBoard(changed: (changes: TaskChange[]) => void, resync: () => void): void {
  const hear = useEffectEvent(changed)
  const missed = useEffectEvent(resync)
  useResync(resync)
  useEffect(() => {
    const batch = frameBatch<TaskChange>(
      (changes) => hear(changes),
      () => missed(),
    )
    const listener = (frame: { changes: TaskChange[]; more: number }) => {
      batch.add(frame.changes)
      if (frame.more > 0) missed()
    }
    listeners.tasks.add(listener)
    const leave = live.follow(TASKS)
    return () => {
      leave()
      batch.cancel()
      listeners.tasks.delete(listener)
    }
  }, [])
}

/** For managers and admins: the live counters. */
export function useStatistics() {
  useEffect(() => live.follow(STATISTICS), [])
  useResyncOf(statisticsKey)
  return useQuery({
    queryKey: statisticsKey,
    queryFn: ({ signal }) => ok(api.GET('/api/v1/statistics', { signal })),
  })
}
