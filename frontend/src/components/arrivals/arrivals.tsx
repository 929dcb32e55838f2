import { useEffect, useRef, useState } from 'react'
import { type FeedEntry, useFeed } from '@/lib/live/hooks'
import { markRead, notices, unread } from '@/lib/live/notices'
import { useUser } from '@/lib/session/session'
import { t } from '@/lib/text'
import { oneRings } from './one-rings'
import { ring, unlockSound } from './sound'

type Arrival = Extract<FeedEntry, { type: 'assignment.created' | 'offer.issued' }>

/** What others or time did, though it does not ring. */
const NEWS: readonly FeedEntry['type'][] = [
  'task.reprioritised',
  'task.sla-at-risk',
  'task.sla-breached',
  'task.escalated',
  'offer.expired',
  'presence.overdue',
  'comment.added',
  'help.answered',
  'help.requested',
  'dispute.raised',
  'dispute.answered',
]

/** Tells of new work on every page of an employee: tone, screen reader, and a notification while nobody looks. */
export function Arrivals() {
  const account = useUser()?.id
  const [latest, setLatest] = useState<Arrival>()
  const offered = useRef(new Set<string>())
  useFeed((entry) => {
    if (account === undefined) return
    if (entry.type === 'offer.issued') offered.current.add(entry.data.offerId)
    if (entry.type === 'assignment.created' && offered.current.delete(entry.data.assignmentId)) {
      // I said yes to it: the offer has rung
      if (unread(notices.get()) === 1) markRead()
    } else if (entry.type === 'assignment.created' || entry.type === 'offer.issued') {
      setLatest(entry)
      void oneRings(account, entry.seq, () => {
        ring(entry.data.priority === 'P1' ? 'urgent' : 'task')
        if (document.hidden) notify(entry)
      })
    } else if (
      (entry.type === 'assignment.closed' && entry.data.state === 'CANCELLED') ||
      entry.type === 'offer.revoked' ||
      (entry.type === 'presence.changed' && entry.data.reason !== 'BACK')
    ) {
      void oneRings(account, entry.seq, () => ring('gone'))
    } else if (!NEWS.includes(entry.type) && unread(notices.get()) === 1) {
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

function words({ type, data }: Arrival): string {
  return t(type === 'offer.issued' ? 'arrivals.offer' : 'arrivals.task', {
    title: data.title,
    priority: t(`priority.${data.priority}`),
  })
}

function notify(entry: Arrival): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  const offer = entry.type === 'offer.issued'
  const text = t(offer ? 'arrivals.notification.offer' : 'arrivals.notification', {
    priority: entry.data.priority,
  })
  const shown = new Notification(text, {
    body: entry.data.title,
    tag: offer ? entry.data.offerId : entry.data.assignmentId,
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
