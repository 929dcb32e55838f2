import { t } from '@/lib/text'
import type { Worker } from './desk-data'
import { Prompt } from './prompt'
import { usePresence } from './use-presence'

/** Whoever missed two offers in a row was sent on a break: says so, and leads back by one click. */
export function Away({ worker }: { worker: Worker }) {
  const { pending, error, change } = usePresence(worker)
  if (worker.presence !== 'BREAK' || worker.presenceReason !== 'MISSED_OFFERS') return null
  return (
    <Prompt
      title={t('desk.away')}
      hint={t('desk.away.hint')}
      error={error}
      pending={pending}
      action={t('desk.away.back')}
      act={() => change({ status: 'AVAILABLE' })}
    />
  )
}
