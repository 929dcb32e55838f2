import { Link } from '@tanstack/react-router'
import { StateBadge } from '@/components/badges'
import { Panel } from '@/components/panel'
import { Empty } from '@/components/states'
import { Age } from '@/components/time'
import { t } from '@/lib/text'
import classes from './desk.module.css'
import { useLatest } from './desk-data'

const LAST = 5

/** What I ended last. */
export default function LastDone() {
  const latest = useLatest()
  return (
    <Panel
      title={t('desk.last')}
      query={latest}
      actions={
        <Link to="/my-work" className={classes['link'] ?? ''}>
          {t('desk.last.all')}
        </Link>
      }
      isEmpty={(it) => it.items.length === 0}
      empty={<Empty title={t('desk.last.none')} hint={t('desk.last.none.hint')} />}
    >
      {({ items }) => (
        <ul className={classes['last']}>
          {items.slice(0, LAST).map((it) => (
            <li key={it.id} className={classes['entry']}>
              <span className={classes['what']}>{it.task.title}</span>
              <span className={classes['dim']}>
                <StateBadge state={it.state} /> {it.closedAt && <Age since={it.closedAt} ago />}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
