import { useEffect, useState } from 'react'
import { type FeedEntry, useFeed } from '@/lib/live/hooks'
import { markRead, notices, unread } from '@/lib/live/notices'
import { useUser } from '@/lib/session/session'
import { t } from '@/lib/text'
import { oneRings } from './one-rings'
import { play, unlockSound } from './sound'

type Arrival = Extract<FeedEntry, { type: 'assignment.created' }>

/** Tells of new work on every page of an employee: tone, screen reader, and a notification while nobody looks. */
export function Arrivals() {
  const account = useUser()?.id
  const [latest, setLatest] = useState<Arrival>()
  useFeed((entry) => {
    if (account === undefined) return
    if (entry.type === 'assignment.created') {
      setLatest(entry)
      void oneRings(account, entry.seq, () => {
        play(entry.data.priority === 'P1' ? 'urgent' : 'task')
        if (document.hidden) notify(entry)
      })
    } else if (entry.type === 'assignment.closed' && entry.data.state === 'CANCELLED') {
      void oneRings(account, entry.seq, () => play('gone'))
    } else if (entry.type !== 'task.reprioritised' && unread(notices.get()) === 1) {
      // what I did myself is no news to me
      markRead()
    }
  })
  useEffect(() => {
    // whoever clicks or types here has seen it; and from then on the page may sound
    const here = () => {
      unlockSound()
      if (unread(notices.get()) > 0) markRead()
    }
    window.addEventListener('pointerdown', here)
    window.addEventListener('keydown', here)
    return () => {
      window.removeEventListener('pointerdown', here)
      window.removeEventListener('keydown', here)
    }
  }, [])
  return (
    <div className="visually-hidden" aria-live="assertive">
      {latest && <p key={latest.seq}>{words(latest)}</p>}
    </div>
  )
}

function words({ data }: Arrival): string {
  return t('arrivals.task', { title: data.title, priority: t(`priority.${data.priority}`) })
}

function notify(entry: Arrival): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  const shown = new Notification(t('arrivals.notification', { priority: entry.data.priority }), {
    body: entry.data.title,
    tag: entry.data.assignmentId,
  })
  shown.onclick = () => {
    window.focus()
    shown.close()
  }
}

/** Asks once; who said no is not asked again. */
export function askForNotifications(): void {
  if ('Notification' in window && Notification.permission === 'default') {
    void Notification.requestPermission()
  }
}
