import type { FeedEntry } from '@/lib/live/messages'
import { t, textOf } from '@/lib/text'

const LONGEST = 140

/** What the own feed said, in a sentence. */
export function noticeText(entry: FeedEntry): string {
  switch (entry.type) {
    case 'assignment.created':
    case 'assignment.held':
    case 'assignment.resumed':
    case 'offer.issued':
    case 'offer.declined':
    case 'offer.expired':
    case 'offer.revoked':
      return t(`notice.${entry.type}`, { title: entry.data.title })
    case 'task.sla-at-risk':
    case 'task.sla-breached':
      return t(`notice.${entry.type}`, { title: entry.data.title })
    case 'task.escalated':
      return t('notice.task.escalated', { title: entry.data.title, queue: entry.data.queue })
    case 'dispute.raised':
    case 'dispute.answered':
    case 'comment.added':
    case 'help.requested':
    case 'help.answered': {
      const { text, title, author } = entry.data
      const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
      return t(`notice.${entry.type}`, { author, title, text: short })
    }
    case 'presence.changed':
      return t(`notice.presence.changed.${entry.data.reason}`)
    case 'presence.overdue':
      return t(`notice.presence.overdue.${entry.data.presence === 'MEETING' ? 'MEETING' : 'BREAK'}`)
    case 'assignment.closed':
      return t('notice.assignment.closed', { state: textOf(`state.${entry.data.state}`, 'notice.other') })
    case 'task.reprioritised':
      return t('notice.task.reprioritised', {
        before: entry.data.previousPriority,
        after: entry.data.priority,
      })
    default:
      return textOf(`notice.${entry.type}`, 'notice.other')
  }
}
