import { Play } from 'lucide-react'
import { askForNotifications, unlockSound } from '@/components/arrivals'
import { t } from '@/lib/text'
import type { Worker } from './desk-data'
import { Prompt } from './prompt'
import { usePresence } from './use-presence'

/** Before work: one click that says I am here, lets the page sound, and asks for notifications. */
export function StartShift({ worker, open }: { worker: Worker | null; open: number }) {
  const { pending, error, change } = usePresence(worker)
  return (
    <Prompt
      label={t('desk.start')}
      title={t('desk.start.title')}
      hint={open > 0 ? t('desk.presence.OFFLINE.holding', { n: open }) : t('desk.start.hint')}
      error={error}
      pending={pending}
      icon={<Play size={16} aria-hidden />}
      action={t('desk.start')}
      act={() => {
        unlockSound()
        askForNotifications()
        change({ status: 'AVAILABLE' })
      }}
    />
  )
}
