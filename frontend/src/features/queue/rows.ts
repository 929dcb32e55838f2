import type { Priority } from '@/components/badges'
import type { Schemas } from '@/lib/api/client'
import type { TaskChange } from '@/lib/live/hooks'
import type { Filter, Status } from './grammar'
import { reasonInWords } from './reason'

type Waiting = Schemas['Waiting']
type TaskView = Schemas['TaskView']

/** A task in the list. What the live order does not tell is undefined. */
export interface Row {
  id: string
  title: string
  priority: Priority
  status: Status
  queue: string
  skills: readonly string[]
  /** Since when it waits, or exists. */
  since: string
  version: number | undefined
  position?: number
  effective?: Priority
  reason?: string
  assignee?: string | null
  category: string | null
  dueAt: string | null
  attempt: number
  createdBy: string
}

export interface RowPage {
  items: readonly Row[]
  next: string | null
}

export function rowOfWaiting(it: Waiting, queue: string): Row {
  return {
    id: it.taskId,
    title: it.title,
    priority: it.priority,
    status: 'QUEUED',
    queue,
    skills: it.requiredSkills,
    since: it.waitingSince,
    version: undefined,
    position: it.position,
    effective: `P${it.effectivePriority}` as Priority,
    reason: reasonInWords(it.why.reason, it.why.sentence),
    category: it.category ?? null,
    dueAt: it.dueAt ?? null,
    attempt: it.attempt,
    createdBy: it.createdBy,
  }
}

export function rowOfTask(it: TaskView): Row {
  return {
    id: it.id,
    title: it.title,
    priority: it.priority,
    status: it.status,
    queue: it.queue,
    skills: it.requiredSkills,
    since: it.createdAt,
    version: it.version,
    assignee: it.assignee ?? null,
    category: it.category ?? null,
    dueAt: it.dueAt ?? null,
    attempt: it.attempt,
    createdBy: it.createdBy,
  }
}

export type Change = Pick<
  TaskChange,
  'taskId' | 'status' | 'priority' | 'queue' | 'workerId' | 'version' | 'title'
>

export function changeOf(task: TaskView): Change {
  return { ...task, taskId: task.id, workerId: task.assignee ?? null }
}

/** Whether a changed task can still be in the list; only what a change tells is asked. */
export function mayHold(filter: Filter, change: Change): boolean {
  return (
    filter.states.includes(change.status) &&
    (filter.priorities.length === 0 || filter.priorities.includes(change.priority)) &&
    (filter.queue === undefined || filter.queue === change.queue)
  )
}

/**
 * The pages with what changed: cells in place, and what no longer belongs there taken out. `moved` says that something
 * came or has another place, which only the server knows.
 */
export function applyChanges(
  pages: readonly RowPage[],
  changes: readonly Change[],
  filter: Filter,
): { pages: readonly RowPage[]; moved: boolean } {
  const latest = new Map<string, Change>()
  for (const change of changes) {
    if ((latest.get(change.taskId)?.version ?? 0) < change.version) latest.set(change.taskId, change)
  }
  let moved = false
  const patched = pages.map((page) => {
    let touched = false
    const items = page.items.flatMap((row) => {
      const change = latest.get(row.id)
      if (change === undefined) return [row]
      latest.delete(row.id)
      if (row.version !== undefined && row.version >= change.version) return [row]
      touched = true
      if (!mayHold(filter, change)) return []
      moved ||= row.priority !== change.priority || row.status !== change.status
      return [patch(row, change)]
    })
    return touched ? { ...page, items } : page
  })
  const came = [...latest.values()].some((change) => mayHold(filter, change))
  return { pages: patched, moved: moved || came }
}

function patch(row: Row, change: Change): Row {
  return {
    ...row,
    title: change.title,
    priority: change.priority,
    status: change.status,
    version: change.version,
    // an aged priority is only known of the old one
    ...(row.effective !== undefined && row.priority !== change.priority && { effective: change.priority }),
    ...(row.assignee !== undefined && { assignee: change.workerId }),
  }
}
