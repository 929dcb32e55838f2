import type { Schemas } from '@/lib/api/client'
import { usePreference } from '@/lib/preferences'
import { t } from '@/lib/text'
import { age, timeOfDay } from '@/lib/time'
import { useNow } from '@/lib/use-now'

type Said = Pick<Schemas['WorkerView'], 'presenceKind' | 'presenceNote' | 'presenceUntil' | 'overdue'>

const STEP = 30_000

/** What is said of a break or a meeting beside its name: its kind, and when it ends or should have ended. */
export function Whereabouts({ of: { presenceKind, presenceNote, presenceUntil, overdue } }: { of: Said }) {
  usePreference('zone')
  usePreference('clock')
  const now = useNow(STEP)
  const end = presenceUntil && Date.parse(presenceUntil)
  const words = [
    presenceKind && (presenceNote ?? t(`whereabouts.kind.${presenceKind}`)),
    end &&
      (overdue
        ? t('whereabouts.overdue', { age: age((now - end) / 1000) })
        : t('whereabouts.until', { time: timeOfDay(end) })),
  ]
  return <span data-overdue={overdue || undefined}>{words.filter(Boolean).join(', ')}</span>
}
