import { StateBadge } from '@/components/badges'
import type { Column } from '@/components/live-table'
import { Age } from '@/components/time'
import { Whereabouts } from '@/components/whereabouts'
import { number, t } from '@/lib/text'
import { BusyShare, type Group } from './busy-share'
import classes from './people.module.css'
import { Skills } from './skills'
import { TaskLink } from './task-link'
import type { Person } from './use-people'

export function columnsFor(groups: readonly Group[]): Column<Person>[] {
  return [
    {
      key: 'name',
      header: t('people.name'),
      width: 'minmax(176px, 1.2fr)',
      cell: (it) => (
        <>
          {it.displayName}{' '}
          {it.username !== it.displayName && <small className={classes['quiet']}>{it.username}</small>}
        </>
      ),
    },
    {
      key: 'presence',
      header: t('people.presence'),
      width: 'minmax(128px, 1fr)',
      value: (it) => `${it.presence} ${it.overdue}`,
      cell: (it) => (
        <>
          <StateBadge state={it.presence} />{' '}
          <small>
            <Whereabouts of={it} />
          </small>
        </>
      ),
    },
    {
      key: 'since',
      spare: 4,
      header: t('people.since'),
      width: '92px',
      cell: (it) => <Age since={it.presenceSince} />,
    },
    {
      key: 'current',
      header: t('people.current'),
      width: 'minmax(200px, 2fr)',
      value: (it) => it.current.map((one) => `${one.taskId} ${one.percent}`).join(),
      cell: (it) => <Current person={it} />,
    },
    {
      key: 'load',
      spare: 1,
      header: t('people.load'),
      width: '64px',
      align: 'end',
      value: (it) => it.load,
      cell: (it) => loadOf(it),
    },
    {
      key: 'share',
      spare: 2,
      header: t('people.share'),
      width: '150px',
      cell: (it) => <BusyShare person={it} groups={groups} />,
    },
    {
      key: 'skills',
      spare: 3,
      header: t('people.skills'),
      width: 'minmax(160px, 1.2fr)',
      cell: (it) => <Skills skills={it.skills} />,
    },
    {
      key: 'region',
      spare: 5,
      header: t('people.region'),
      width: '104px',
      cell: (it) => it.region ?? <span className={classes['quiet']}>{t('people.everywhere')}</span>,
    },
  ]
}

export function loadOf({ load, capacity }: Person): string {
  return `${number(load)} / ${number(capacity)}`
}

function Current({ person }: { person: Person }) {
  const [first, ...others] = person.current
  if (first === undefined) return <span className={classes['quiet']}>{t('people.noWork')}</span>
  return (
    <span className={classes['current']}>
      <TaskLink id={first.taskId} inGrid>
        {first.title}
      </TaskLink>
      {first.state === 'IN_PROGRESS' && <small>{number(first.percent / 100, { style: 'percent' })}</small>}
      {others.length > 0 && <small>{t('people.more', { n: others.length })}</small>}
    </span>
  )
}
