import { Link } from '@tanstack/react-router'
import { PriorityBadge, StateBadge } from '@/components/badges'
import { Panel } from '@/components/panel'
import { Empty } from '@/components/states'
import { Age } from '@/components/time'
import { number, t } from '@/lib/text'
import { useInspector } from '@/lib/url-state'
import classes from './now.module.css'
import { type Person, usePeople } from './use-now-queries'

const ORDER: readonly Person['presence'][] = ['AVAILABLE', 'BUSY', 'MEETING', 'BREAK', 'UNREACHABLE']
const TASKS = 2

/** Who is here, and at what; those who work come first. */
export function People() {
  const query = usePeople()
  return (
    <Panel
      title={t('now.whoIsBusy')}
      query={query}
      actions={
        <Link className={classes['link']} to="/people">
          {t('now.people.all')}
        </Link>
      }
      isEmpty={({ people }) => people.length === 0}
      empty={<Empty title={t('now.people.none')} hint={t('now.people.none.hint')} />}
    >
      {({ people }) => {
        const here = people.filter((it) => it.presence !== 'OFFLINE' || it.load > 0).sort(byWork)
        const offline = people.length - here.length
        return (
          <>
            {here.length === 0 && (
              <Empty title={t('now.people.allOffline')} hint={t('now.people.allOffline.hint')} />
            )}
            <ul className={classes['people']}>
              {here.map((it) => (
                <Tile key={it.id} person={it} />
              ))}
            </ul>
            {offline > 0 && <p className={classes['offline']}>{t('now.people.offline', { n: offline })}</p>}
          </>
        )
      }}
    </Panel>
  )
}

function byWork(a: Person, b: Person): number {
  return (
    Number(b.load > 0) - Number(a.load > 0) ||
    ORDER.indexOf(a.presence) - ORDER.indexOf(b.presence) ||
    a.displayName.localeCompare(b.displayName)
  )
}

function Tile({ person }: { person: Person }) {
  const { inspect } = useInspector()
  const { presence, load, capacity, current, presenceSince } = person
  const paused = presence !== 'AVAILABLE' && presence !== 'OFFLINE'
  return (
    <li>
      <div className={classes['who']}>
        <strong>{person.displayName}</strong>
        <span className={classes['load']} title={t('now.person.loadLabel', { load, capacity })}>
          {t('now.person.load', { load: number(load), capacity: number(capacity) })}
        </span>
      </div>
      <div className={classes['presence']}>
        <StateBadge state={presence} />
        <Age since={presenceSince} />
      </div>
      {current.length === 0 && (
        <p className={classes['idle']}>{t(paused ? 'now.person.paused' : 'now.person.idle')}</p>
      )}
      {current.slice(0, TASKS).map((it) => (
        <button
          key={it.assignmentId}
          type="button"
          className={classes['task']}
          onClick={() => inspect('task', it.taskId)}
        >
          <PriorityBadge priority={it.priority} />
          <span className={classes['clip']}>{it.title}</span>
          <span className={classes['state']}>
            {t(`state.${it.state}`)} <Age since={it.since} />
          </span>
          {it.state === 'IN_PROGRESS' && (
            <progress max={100} value={it.percent} aria-label={`${number(it.percent)} %`} />
          )}
        </button>
      ))}
      {load > TASKS && current.length > 0 && (
        <p className={classes['idle']}>
          {t('now.person.more', { n: load - Math.min(TASKS, current.length) })}
        </p>
      )}
    </li>
  )
}
