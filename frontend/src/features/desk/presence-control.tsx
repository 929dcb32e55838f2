import { Button } from '@mantine/core'
import { CircleDot, CircleOff, CirclePause, Coffee, type LucideIcon, Users } from 'lucide-react'
import { Suspense } from 'react'
import { SoundSettings } from '@/components/arrivals'
import { Age } from '@/components/time'
import { explain } from '@/lib/acting'
import { useCommand } from '@/lib/commands/registry'
import { withTexts } from '@/lib/pages'
import { t } from '@/lib/text'
import { deskCommands } from './commands'
import classes from './desk.module.css'
import type { Presence, Worker } from './desk-data'
import { usePresence } from './use-presence'

const Planned = withTexts(() => import('./planned'), 'whereabouts')

const CHOICES: readonly { presence: Presence; icon: LucideIcon }[] = [
  { presence: 'AVAILABLE', icon: CircleDot },
  { presence: 'BUSY', icon: CirclePause },
  { presence: 'MEETING', icon: Users },
  { presence: 'BREAK', icon: Coffee },
  { presence: 'OFFLINE', icon: CircleOff },
]

/** Whether I get work. Beneath it stands what that means for what I have. */
export function PresenceControl({ worker, open }: { worker: Worker; open: number }) {
  const { shown, pending, error, wanted, change } = usePresence(worker)
  useCommand(deskCommands.pause, () => change({ status: shown === 'BREAK' ? 'AVAILABLE' : 'BREAK' }))
  return (
    <section className={classes['presence']} aria-label={t('desk.presence')}>
      <div className={classes['strip']}>
        <div className={classes['choices']} role="radiogroup" aria-label={t('desk.presence')}>
          {CHOICES.map(({ presence, icon: Icon }) => (
            <label key={presence} data-pending={(pending && presence === shown) || undefined}>
              <input
                type="radio"
                name="presence"
                checked={presence === shown}
                onChange={() => change({ status: presence })}
              />
              <span data-presence={presence}>
                <Icon size={16} aria-hidden />
                {t(`desk.presence.${presence}`)}
              </span>
            </label>
          ))}
        </div>
        <SoundSettings />
      </div>
      <p>
        {!pending && (
          <>
            {`${t(`desk.presence.${shown}`)} ${t('desk.presence.for')} `}
            <Age since={worker.presenceSince} />
            {'. '}
          </>
        )}
        <span role="status">{pending ? t('desk.presence.pending') : meaning(shown, open, worker)}</span>
      </p>
      {(shown === 'BREAK' || shown === 'MEETING') && (
        <Suspense>
          <Planned key={shown} worker={worker} status={shown} change={change} />
        </Suspense>
      )}
      {error !== null && wanted !== undefined && (
        <p className={classes['refused']} role="alert">
          {t('desk.presence.refused', { presence: t(`desk.presence.${shown}`) })} {explain(error)}{' '}
          <Button variant="default" onClick={() => change(wanted)}>
            {t('desk.presence.again', { presence: t(`desk.presence.${wanted.status}`) })}
          </Button>
        </p>
      )}
    </section>
  )
}

function meaning(presence: Presence, open: number, { capacity, presenceReason }: Worker): string {
  if (presence === 'BUSY' && presenceReason === 'SHIFT_ENDED') return t('desk.presence.ending')
  if (presence === 'AVAILABLE' && open > 0 && open >= capacity) return t('desk.presence.full', { n: open })
  return open === 0
    ? t(`desk.presence.${presence}.free`)
    : t(`desk.presence.${presence}.holding`, { n: open })
}
