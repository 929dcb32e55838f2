import { StateBadge } from '@/components/badges'
import { t } from '@/lib/text'
import { useInspector } from '@/lib/url-state'
import type { Planned } from './days'
import classes from './plan.module.css'

/** Somebody, with how it stands with them now; leads to their schedule. */
export function Who({ person }: { person: Planned }) {
  const { inspect } = useInspector()
  return (
    <span className={classes['who']}>
      <button
        type="button"
        aria-label={t('schedule.open', { name: person.displayName })}
        onClick={() => inspect('schedule', person.workerId)}
      >
        {person.displayName}
      </button>
      <StateBadge state={person.presence} />
    </span>
  )
}
