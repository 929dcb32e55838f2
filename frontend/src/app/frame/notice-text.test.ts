import { expect, it } from 'vitest'
import type { FeedEntry } from '@/lib/live/messages'
import { talkOf } from '@/lib/live/notices'
import { noticeText } from './notice-text'

const AT = '2026-01-31T08:00:00Z'
const late = { taskId: 't', title: 'Disk full', kind: 'ASSIGN', targetAt: AT } as const
const entries: [FeedEntry, string][] = [
  [{ seq: 1, at: AT, type: 'task.sla-at-risk', data: late }, 'Time runs short: Disk full'],
  [{ seq: 2, at: AT, type: 'task.sla-breached', data: late }, 'Too late: Disk full'],
  [
    {
      seq: 3,
      at: AT,
      type: 'task.escalated',
      data: { taskId: 't', title: 'Disk full', queue: 'default', priority: 'P1' },
    },
    'Escalated in default: Disk full',
  ],
]

it.each(entries)('says in the bell what became of a promise: %#', (entry, words) => {
  expect(noticeText(entry)).toBe(words)
})

const said = { disputeId: 'd', taskId: 't', title: 'Lens', author: 'Wren', text: 'Ada was free' }
it.each([
  ['dispute.raised', 'Wren thinks Lens was decided wrongly: Ada was free'],
  ['dispute.answered', 'Wren answered your report about Lens: Ada was free'],
] as const)('says in the bell what became of a report: %s', (type, words) => {
  expect(noticeText({ seq: 1, at: AT, type, data: said })).toBe(words)
})

it('leads from an escalation to its task', () => {
  expect(entries.map(([it]) => talkOf(it))).toEqual([undefined, undefined, 't'])
})
