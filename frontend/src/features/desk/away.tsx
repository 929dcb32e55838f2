import { Button } from '@mantine/core'
import { explain } from '@/lib/acting'
import { t } from '@/lib/text'
import classes from './desk.module.css'
import type { Worker } from './desk-data'
import { usePresence } from './use-presence'

/** Whoever missed two offers in a row was sent on a break: says so, and leads back by one click. */
export function Away({ worker }: { worker: Worker }) {
  const { pending, error, change } = usePresence(worker)
  if (worker.presence !== 'BREAK' || worker.presenceReason !== 'MISSED_OFFERS') return null
  return (
    <section className={classes['start']} aria-label={t('desk.away')}>
      <div>
        <strong>{t('desk.away')}</strong>
        <p>{t('desk.away.hint')}</p>
        {error !== null && <p role="alert">{explain(error)}</p>}
      </div>
      <Button size="md" loading={pending} onClick={() => change('AVAILABLE')}>
        {t('desk.away.back')}
      </Button>
    </section>
  )
}
