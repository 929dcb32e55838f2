import { StateBadge } from '@/components/badges'
import { Age } from '@/components/time'
import { Whereabouts } from '@/components/whereabouts'
import { t } from '@/lib/text'
import { loadOf } from './columns'
import classes from './people.module.css'
import type { Person } from './use-people'

/** Somebody on a phone, in two lines. */
export function PersonCard({ person }: { person: Person }) {
  return (
    <span className={classes['card']}>
      <span>
        <b>{person.displayName}</b>
        <span>
          <StateBadge state={person.presence} /> <Age since={person.presenceSince} />{' '}
          <Whereabouts of={person} />
        </span>
      </span>
      <span>
        <span>{person.current[0]?.title ?? t('people.noWork')}</span>
        <span>{loadOf(person)}</span>
      </span>
    </span>
  )
}
