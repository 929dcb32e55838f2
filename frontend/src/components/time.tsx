import { usePreference } from '@/lib/preferences'
import { t } from '@/lib/text'
import { ageStep, duration, exactTime, age as inWords, shortTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'

const HOUR = 3_600_000

/** A moment: the time of day, with the date unless it is today; the exact time in its tooltip. */
export function Time({ at }: { at: string | number }) {
  usePreference('zone')
  usePreference('clock')
  const moment = new Date(at).getTime()
  const today = useNow(HOUR)
  return (
    <time dateTime={new Date(moment).toISOString()} title={exactTime(moment)}>
      {shortTime(moment, today)}
    </time>
  )
}

/** A span of so many seconds, in words. */
export function Duration({ seconds }: { seconds: number }) {
  return <span>{duration(seconds)}</span>
}

/** How long it has been, in words that run; `ago` makes a phrase of it. The exact time is in its tooltip. */
export function Age({ since, ago = false }: { since: string | number; ago?: boolean }) {
  usePreference('zone')
  usePreference('clock')
  const moment = new Date(since).getTime()
  const rough = (useNow(30_000) - moment) / 1000
  const seconds = (useNow(ageStep(Math.max(rough, 0))) - moment) / 1000
  const words = inWords(seconds)
  return (
    <time dateTime={new Date(moment).toISOString()} title={exactTime(moment)}>
      {ago ? t('time.ago', { age: words }) : words}
    </time>
  )
}
