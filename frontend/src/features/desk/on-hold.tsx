import { PriorityBadge } from '@/components/badges'
import { Held } from '@/components/work/held'
import { t } from '@/lib/text'
import { Begin } from './begin'
import classes from './desk.module.css'
import type { Assignment } from './desk-data'

/** What I have laid aside, each with its reason and when it goes on. */
export default function OnHold({
  held,
  show,
}: {
  held: readonly Assignment[]
  show: (one: Assignment) => void
}) {
  return (
    <section className={classes['held']} aria-label={t('desk.held')}>
      <h2>{t('desk.held')}</h2>
      <ul>
        {held.map((it) => (
          <li key={it.id}>
            <button type="button" className={classes['title']} onClick={() => show(it)}>
              <PriorityBadge priority={it.task.priority} />
              <span className={classes['what']}>{it.task.title}</span>
            </button>
            {it.task.hold && <Held hold={it.task.hold} />}
            <Begin assignment={it} verb="resume" />
          </li>
        ))}
      </ul>
    </section>
  )
}
