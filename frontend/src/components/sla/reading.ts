import type { Schemas } from '@/lib/api/client'

export type Clock = Schemas['DeadlineView']

/** A clock as the server read it, and when that was by its time. */
export interface Read {
  clock: Clock
  at: number
}

export interface Reading {
  state: Clock['state']
  /** How much of the promised time is gone, 0 to 100 and more. */
  percent: number
  /** To the target, or since it; of a clock that stands still, the opening time that is left. */
  seconds: number
}

const RUNS: readonly Clock['state'][] = ['RUNNING', 'AT_RISK', 'BREACHED']

export function isOpen({ state }: Clock): boolean {
  return RUNS.includes(state) || state === 'PAUSED'
}

/** How a clock stands now, without asking the server at each tick. */
export function readingOf({ clock, at }: Read, now: number): Reading {
  const { state, percent, targetSeconds, remainingSeconds } = clock
  if (!RUNS.includes(state)) return { state, percent, seconds: Math.max(remainingSeconds, 0) }
  const target = Date.parse(clock.targetAt)
  // with no closed hour up to the target, opening time passes as any other
  const open = Math.abs((target - at) / 1_000 - remainingSeconds) < 2
  const used = targetSeconds - (target - now) / 1_000
  return {
    state: now >= target ? 'BREACHED' : now >= Date.parse(clock.riskAt) ? 'AT_RISK' : 'RUNNING',
    percent: open ? Math.max((100 * used) / targetSeconds, 0) : percent,
    seconds: Math.abs(target - now) / 1_000,
  }
}

/** The clock that presses most: what is broken, then what ends first. */
export function mostPressing(reads: readonly Read[]): Read | undefined {
  return reads
    .filter((it) => isOpen(it.clock))
    .toSorted(
      (a, b) =>
        Number(a.clock.state === 'PAUSED') - Number(b.clock.state === 'PAUSED') ||
        a.clock.targetAt.localeCompare(b.clock.targetAt),
    )[0]
}
