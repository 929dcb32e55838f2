import type { Schemas } from '../api/client'

type Priority = Schemas['TaskView']['priority']
type Presence = Schemas['WorkerView']['presence']

interface Numbered {
  seq: number
  at: string
}

/** One line of the own feed, as docs/api.md lists them. */
export type FeedEntry = Numbered &
  (
    | {
        type: 'assignment.created'
        data: {
          assignmentId: string
          taskId: string
          title: string
          priority: Priority
          requiredSkills: string[]
          category: string | null
          attempt: number
          queue: string
          createdAt: string
          assignedAt: string
        }
      }
    | {
        type: 'offer.issued'
        data: {
          offerId: string
          taskId: string
          title: string
          priority: Priority
          requiredSkills: string[]
          category: string | null
          queue: string
          createdAt: string
          expiresAt: string
        }
      }
    | {
        type: 'offer.declined' | 'offer.expired' | 'offer.revoked'
        data: { offerId: string; taskId: string; title: string; reason?: string }
      }
    | {
        type: 'presence.changed'
        data: { from: Presence; to: Presence; reason: NonNullable<Schemas['WorkerView']['presenceReason']> }
      }
    | { type: 'presence.overdue'; data: { presence: Presence; until: string } }
    | { type: 'wrap-up.began'; data: { assignmentId: string; endsAt: string } }
    | { type: 'wrap-up.ended'; data: { assignmentId: string } }
    | { type: 'assignment.started'; data: { assignmentId: string; taskId: string } }
    | { type: 'assignment.closed'; data: { assignmentId: string; taskId: string; state: string } }
    | {
        type: 'assignment.held'
        data: { assignmentId: string; taskId: string; title: string; until?: string | null }
      }
    | { type: 'assignment.resumed'; data: { assignmentId: string; taskId: string; title: string } }
    | {
        type: 'dispute.raised' | 'dispute.answered'
        data: { disputeId: string; taskId: string; title: string; author: string; text: string }
      }
    | {
        type: 'comment.added' | 'help.requested' | 'help.answered'
        data: { taskId: string; title: string; author: string; text: string }
      }
    | {
        type: 'task.sla-at-risk' | 'task.sla-breached'
        data: { taskId: string; title: string; kind: Schemas['DeadlineView']['kind']; targetAt: string }
      }
    | { type: 'task.escalated'; data: { taskId: string; title: string; queue: string; priority: Priority } }
    | { type: 'task.reprioritised'; data: { taskId: string; previousPriority: Priority; priority: Priority } }
  )

/** Tells the last number there is; it has none of its own. */
export interface HeadBeat {
  type: 'feed.head'
  head: number
  at: string
}

export interface FeedPage {
  entries: FeedEntry[]
  head: number
}

export interface TaskChange {
  taskId: string
  type: string
  status: Schemas['TaskView']['status']
  priority: Priority
  queue: string
  workerId: string | null
  version: number
  at: string
  title: string
}

/** What one commit changed; `more` counts what did not fit. */
export interface TaskFrame {
  changes: TaskChange[]
  more: number
}

export type Statistics = Schemas['Statistics']
