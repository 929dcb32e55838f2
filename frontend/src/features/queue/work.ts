import type { Priority } from '@/components/badges'
import type { Schemas } from '@/lib/api/client'
import { createStore, useStore } from '@/lib/store'
import type { Status } from './grammar'

export type TaskView = Schemas['TaskView']

/** A task as somebody saw it when acting; without a version the state and the priority must still be the same. */
export interface Target {
  id: string
  title: string
  status: Status
  priority: Priority
  version: number | undefined
}

export type Wish =
  | { kind: 'priority'; priority: Priority }
  | { kind: 'cancel' }
  | { kind: 'retry' }
  | { kind: 'offerAgain' }
  | { kind: 'hold'; reason: string; until?: string }
  | { kind: 'resume' }
  | { kind: 'return'; reason: string }
  | { kind: 'move'; queue: string; reason: string }
  | { kind: 'assign'; workerId: string; name: string; reason: string }

/** What asks for more before it is done. */
export type Form = 'assign' | 'hold' | 'return' | 'move'

/** Somebody else was first: what was wanted, what was seen then, what it is now, and who made it so. */
export interface Conflict {
  wish: Wish
  seen: Target
  theirs: TaskView
  by: string | undefined
  at: string
}

interface Work {
  /** What runs at present, by task. */
  pending: Readonly<Record<string, Wish>>
  conflicts: Readonly<Record<string, Conflict>>
  /** The task about which more is being asked before something is done to it. */
  asking: { task: string; form: Form } | undefined
  /** The list has the keys: a row of it has the focus, or some are selected. */
  listAims: boolean
}

export const work = createStore<Work>({ pending: {}, conflicts: {}, asking: undefined, listAims: false })

export function usePending(id: string): Wish | undefined {
  return useStore(work, (it) => it.pending[id])
}

export function begin(id: string, wish: Wish): void {
  work.set((it) => ({ ...it, pending: { ...it.pending, [id]: wish } }))
}

export function end(id: string): void {
  work.set((it) => ({ ...it, pending: without(it.pending, id) }))
}

export function setConflict(id: string, conflict: Conflict | undefined): void {
  work.set((it) => ({
    ...it,
    conflicts: conflict ? { ...it.conflicts, [id]: conflict } : without(it.conflicts, id),
  }))
}

function without<T>(record: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> {
  const { [id]: _, ...rest } = record
  return rest
}

const WAITING: readonly Status[] = ['QUEUED', 'OFFERED']
const TAKEN: readonly Status[] = ['ASSIGNED', 'IN_PROGRESS']
const OPEN: readonly Status[] = [...WAITING, ...TAKEN, 'ON_HOLD']

/** What the lifecycle allows in a state. */
export function may(kind: Wish['kind'], status: Status): boolean {
  switch (kind) {
    case 'retry':
      return status === 'FAILED'
    case 'offerAgain':
      return status === 'QUEUED'
    case 'assign':
      return WAITING.includes(status)
    case 'hold':
      return WAITING.includes(status) || TAKEN.includes(status)
    case 'resume':
      return status === 'ON_HOLD'
    case 'return':
      return TAKEN.includes(status) || status === 'ON_HOLD'
    case 'move':
      return WAITING.includes(status) || status === 'ON_HOLD'
    default:
      return OPEN.includes(status)
  }
}

export function useForm(task: string): Form | undefined {
  return useStore(work, (it) => (it.asking?.task === task ? it.asking.form : undefined))
}

/** Opens a form about a task, or closes it. */
export function ask(task: string, form: Form | undefined): void {
  work.set({ asking: form && { task, form } })
}
