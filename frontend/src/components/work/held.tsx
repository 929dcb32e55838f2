import type { Schemas } from '@/lib/api/client'
import { t } from '@/lib/text'
import { Age, Time } from '../time'
import classes from './work.module.css'

/** Why a task is on hold, since when, and when it goes on by itself. */
export function Held({ hold: { reason, since, until } }: { hold: NonNullable<Schemas['TaskView']['hold']> }) {
  return (
    <div className={classes['note']}>
      <p>{reason}</p>
      <p className={classes['dim']}>
        {t('work.held.since')} <Age since={since} />
        {' · '}
        {until == null ? (
          t('work.held.open')
        ) : (
          <>
            {t('work.held.until')} <Time at={until} />
          </>
        )}
      </p>
    </div>
  )
}

/** What its holder needs help with. */
export function HelpNote({ help: { reason, since } }: { help: NonNullable<Schemas['TaskView']['help']> }) {
  return (
    <div className={classes['note']} data-help>
      <p>{reason}</p>
      <p className={classes['dim']}>
        {t('work.help.waits')} <Age since={since} />
      </p>
    </div>
  )
}
