import { Button } from '@mantine/core'
import { Play } from 'lucide-react'
import { askForNotifications, unlockSound } from '@/components/arrivals'
import { explain } from '@/lib/acting'
import { t } from '@/lib/text'
import classes from './desk.module.css'
import type { Worker } from './desk-data'
import { usePresence } from './use-presence'

/** Before work: one click that says I am here, lets the page sound, and asks for notifications. */
export function StartShift({ worker, open }: { worker: Worker | null; open: number }) {
  const { pending, error, change } = usePresence(worker)
  return (
    <section className={classes['start']} aria-label={t('desk.start')}>
      <div>
        <strong>{t('desk.start.title')}</strong>
        <p>{open > 0 ? t('desk.presence.OFFLINE.holding', { n: open }) : t('desk.start.hint')}</p>
        {error !== null && <p role="alert">{explain(error)}</p>}
      </div>
      <Button
        size="md"
        leftSection={<Play size={16} aria-hidden />}
        loading={pending}
        onClick={() => {
          unlockSound()
          askForNotifications()
          change('AVAILABLE')
        }}
      >
        {t('desk.start')}
      </Button>
    </section>
  )
}
