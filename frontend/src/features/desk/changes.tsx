import { Button, CloseButton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from '@/components/toast'
import { api, ok } from '@/lib/api/client'
import { draftOf, keepDraft } from '@/lib/drafts'
import { type FeedEntry, useFeed } from '@/lib/live/hooks'
import { useUser } from '@/lib/session/session'
import { t } from '@/lib/text'
import classes from './desk.module.css'
import { type Assignment, knownAssignment } from './desk-data'

interface Change {
  seq: number
  text: string
  /** Of an assignment that was taken away while somebody wrote about it. */
  draft?: { assignment: string; text: string }
}

const MOST = 5
const CHANGES: readonly FeedEntry['type'][] = [
  'assignment.closed',
  'assignment.held',
  'assignment.resumed',
  'help.answered',
  'task.reprioritised',
]
/** How an assignment ends that its holder did not end. */
const TAKEN: readonly string[] = ['CANCELLED', 'QUEUED', 'OFFERED']

/** What others did to my tasks, until I have read it: nothing leaves the desk without a word. */
export function Changes() {
  const client = useQueryClient()
  const [changes, setChanges] = useState<readonly Change[]>([])
  const tell = (change: Change) => setChanges((now) => [change, ...now].slice(0, MOST))
  const me = useUser()?.id
  useFeed((entry) => {
    if (!CHANGES.includes(entry.type) || !('taskId' in entry.data)) return
    const assignment = knownAssignment(client, entry.data.taskId)
    if (assignment === undefined) return
    const { title } = assignment.task
    const { seq } = entry
    if (entry.type === 'task.reprioritised') {
      void whoDid(assignment, ['task.reprioritised']).then((who) =>
        tell({
          seq,
          text: t('desk.changed.priority', {
            who: who?.name ?? t('desk.somebody'),
            title,
            before: entry.data.previousPriority,
            after: entry.data.priority,
          }),
        }),
      )
    } else if (entry.type === 'help.answered') {
      tell({
        seq,
        text: t('desk.changed.answered', { who: entry.data.author, title, text: entry.data.text }),
      })
    } else if (entry.type === 'assignment.held' || entry.type === 'assignment.resumed') {
      const held = entry.type === 'assignment.held'
      void whoDid(assignment, [held ? 'task.held' : 'task.resumed']).then((who) => {
        if (who === undefined || who.id === me) return
        const what = held ? 'held' : who.id == null ? 'woken' : 'resumed'
        tell({ seq, text: t(`desk.changed.${what}`, { who: who.name, title }) })
      })
    } else if (entry.type === 'assignment.closed' && TAKEN.includes(entry.data.state)) {
      const text = draftOf(assignment.id)
      void whoDid(assignment, ['task.cancelled', 'task.released']).then((who) => {
        if (who?.id === me) return
        const what =
          who?.type !== 'task.released' ? 'cancelled' : who.cause === 'HOLD_OVER' ? 'holdOver' : 'released'
        tell({
          seq,
          text: t(`desk.changed.${what}`, { who: who?.name ?? t('desk.somebody'), title }),
          ...(text !== '' && { draft: { assignment: assignment.id, text } }),
        })
      })
    }
  })
  const dismiss = (change: Change) => {
    if (change.draft) keepDraft(change.draft.assignment, '')
    setChanges((now) => now.filter((it) => it.seq !== change.seq))
  }
  return (
    <ul className={classes['changes']} aria-live="polite" aria-label={t('desk.changes')}>
      {changes.map((change) => (
        <li key={change.seq}>
          <div>
            <p>{change.text}</p>
            {change.draft && <Draft text={change.draft.text} />}
          </div>
          <CloseButton size={32} aria-label={t('toast.close')} onClick={() => dismiss(change)} />
        </li>
      ))}
    </ul>
  )
}

function Draft({ text }: { text: string }) {
  return (
    <>
      <p className={classes['dim']}>{t('desk.changed.draft')}</p>
      <blockquote>{text}</blockquote>
      <Button
        variant="default"
        onClick={() => void navigator.clipboard.writeText(text).then(() => toast(t('toast.copied')))}
      >
        {t('desk.changed.copy')}
      </Button>
    </>
  )
}

/** The feed says what, the history who. */
async function whoDid({ task }: Assignment, types: readonly string[]) {
  const page = await ok(
    api.GET('/api/v1/tasks/{id}/history', {
      params: { path: { id: task.id }, query: { after: task.version } },
    }),
  ).catch(() => undefined)
  const step = page?.items.findLast((it) => types.includes(it.type))
  return step && { ...step.actor, type: step.type, cause: step.data['cause'] }
}
