import { useId, useState } from 'react'
import { now } from '@/lib/clock'
import { usePreference, zone } from '@/lib/preferences'
import { t } from '@/lib/text'
import { shortTime } from '@/lib/time'
import { dueOf } from '@/lib/wall-time'
import { ReasonForm } from './reason-form'
import { type Preset, wakeUpAt } from './wake-up'
import classes from './work.module.css'

const CHOICES: readonly (Preset | 'never' | 'exact')[] = ['never', 'half', 'hours', 'tomorrow', 'exact']
const LONGEST = 90 * 86_400_000

interface HoldFormProps {
  draft: string
  send: (hold: { reason: string; until?: string }) => Promise<unknown>
  close: () => void
}

/** Why something is put on hold, and when it goes on by itself. */
export function HoldForm({ draft, send, close }: HoldFormProps) {
  usePreference('zone')
  const group = useId()
  const [choice, choose] = useState<(typeof CHOICES)[number]>('never')
  const [exact, setExact] = useState('')
  const until = choice === 'never' ? undefined : choice === 'exact' ? instant(exact) : wakeUpAt(choice, now())
  const wrong = choice !== 'never' && (until === undefined || until <= now() || until > now() + LONGEST)
  return (
    <ReasonForm
      name={t('work.hold')}
      draft={draft}
      label={t('work.hold.reason')}
      submit={t('work.hold')}
      fault={wrong ? t('work.hold.until.wrong') : undefined}
      send={(reason) =>
        send({ reason, ...(until !== undefined && { until: new Date(until).toISOString() }) })
      }
      close={close}
    >
      <fieldset className={classes['choices']}>
        <legend>{t('work.hold.until')}</legend>
        {CHOICES.map((it) => (
          <label key={it}>
            <input type="radio" name={group} checked={it === choice} onChange={() => choose(it)} />
            <span>
              {t(`work.hold.until.${it}`)}
              {it !== 'never' && it !== 'exact' && <small>{shortTime(wakeUpAt(it, now()), now())}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      {choice === 'exact' && (
        <label className={classes['exact']}>
          {t('work.hold.until.exact.label', { zone: zone() })}
          <input
            type="datetime-local"
            value={exact}
            onChange={(event) => setExact(event.currentTarget.value)}
          />
        </label>
      )}
    </ReasonForm>
  )
}

function instant(text: string): number | undefined {
  const at = dueOf(text, zone())
  return typeof at === 'number' ? at : undefined
}
