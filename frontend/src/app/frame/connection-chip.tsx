import { Activity, CloudOff, LoaderCircle, type LucideIcon, RefreshCw, Timer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Dropdown } from '@/components/dropdown'
import type { LiveStatus } from '@/lib/live/connection'
import { useLiveStatus, useReceived } from '@/lib/live/hooks'
import { t } from '@/lib/text'
import { shortTime } from '@/lib/time'
import classes from './top-bar.module.css'

const ICONS: Record<LiveStatus['state'], LucideIcon> = {
  live: Activity,
  connecting: LoaderCircle,
  'catching-up': RefreshCw,
  polling: Timer,
  offline: CloudOff,
}

/** A moment without connection, as when the token is renewed, is nothing to be told. */
const PATIENCE = 1_500

export function ConnectionChip() {
  const status = useSettled(useLiveStatus())
  const entries = useReceived()
  const Icon = ICONS[status.state]
  return (
    <>
      <span className="visually-hidden" role="status">
        {textOf(status)}
      </span>
      <Dropdown
        label={textOf(status)}
        width={280}
        target={(props) => (
          <button type="button" className={classes['chip']} data-state={status.state} {...props}>
            <Icon size={14} aria-hidden />
            <span>{textOf(status)}</span>
          </button>
        )}
      >
        <div className={classes['explain']}>
          <p>{t(`live.explain.${status.state}`)}</p>
          <p className={classes['dim']}>{t('live.received', { n: entries })}</p>
        </div>
      </Dropdown>
    </>
  )
}

function useSettled(status: LiveStatus): LiveStatus {
  const [shown, setShown] = useState(status)
  const brief = status.state === 'connecting' || status.state === 'catching-up'
  if (!brief && shown !== status) setShown(status)
  useEffect(() => {
    if (!brief) return
    const timer = setTimeout(() => setShown(status), PATIENCE)
    return () => clearTimeout(timer)
  }, [brief, status])
  return shown
}

function textOf(status: LiveStatus): string {
  switch (status.state) {
    case 'catching-up':
      return t('live.catching-up', { n: status.missing })
    case 'polling':
      return t('live.polling', { n: status.everySeconds })
    case 'offline':
      return t('live.offline', { time: shortTime(status.since, Date.now()) })
    default:
      return t(`live.${status.state}`)
  }
}
