import '@mantine/core/styles/Combobox.layer.css'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { PriorityBadge, StateBadge } from '@/components/badges'
import { percent, ShareBar } from '@/components/share-bar'
import { Empty, Failure, Loading } from '@/components/states'
import { Age, Time } from '@/components/time'
import { Whereabouts } from '@/components/whereabouts'
import { isProblem } from '@/lib/api/problem'
import { t } from '@/lib/text'
import { useInspector } from '@/lib/url-state'
import { groupOf, shareInWords } from './busy-share'
import { loadOf } from './columns'
import EditPerson from './edit-person'
import classes from './people.module.css'
import { Skills } from './skills'
import { TaskLink } from './task-link'
import { type Person, useBands, useLivePeople, useMayEdit, usePerson } from './use-people'

export default function PersonInspector({ id }: { id: string }) {
  const { data: person, error, refetch } = usePerson(id)
  const mayEdit = useMayEdit()
  const [editing, setEditing] = useState(false)
  const { inspect } = useInspector()
  useLivePeople()
  if (person === undefined) {
    return isProblem(error) && (error.status === 404 || error.status === 400) ? (
      <Empty title={t('people.gone')} hint={t('people.gone.hint')} />
    ) : error ? (
      <Failure error={error} retry={() => void refetch()} />
    ) : (
      <Loading what={t('inspector.label')} rows={6} />
    )
  }
  return (
    <article className={classes['person']}>
      <header>
        <h2>{person.displayName}</h2>
        <p>
          <StateBadge state={person.presence} /> <Age since={person.presenceSince} />{' '}
          <Whereabouts of={person} />
        </p>
      </header>
      {editing ? (
        <EditPerson person={person} done={() => setEditing(false)} />
      ) : (
        <>
          <Details person={person} />
          <div className={classes['buttons']}>
            {mayEdit && (
              <Button variant="default" onClick={() => setEditing(true)}>
                {t('people.edit')}
              </Button>
            )}
            <Button variant="default" onClick={() => inspect('schedule', person.id)}>
              {t('people.schedule')}
            </Button>
          </div>
        </>
      )}
      <Work person={person} />
    </article>
  )
}

function Details({ person }: { person: Person }) {
  const group = groupOf(person, useBands().data?.items ?? [])
  return (
    <dl>
      <dt>{t('people.username')}</dt>
      <dd>{person.username}</dd>
      <dt>{t('people.load')}</dt>
      <dd>
        {loadOf(person)}
        {person.capacity === 0 && <p className={classes['consequence']}>{t('people.capacity.zero')}</p>}
      </dd>
      <dt>{t('people.share')}</dt>
      <dd>
        <ShareBar share={person.busyShare} band={group} label={shareInWords(person.busyShare, group)} />
        <p className={classes['quiet']}>
          {group
            ? t('people.share.where', {
                low: percent(group.low),
                high: percent(group.high),
                n: group.people,
                skill: group.skill,
              })
            : t('people.share.few')}
        </p>
      </dd>
      <dt>{t('people.skills')}</dt>
      <dd>
        <Skills skills={person.skills} />
      </dd>
      <dt>{t('people.region')}</dt>
      <dd>{person.region ?? t('people.everywhere')}</dd>
      <dt>{t('people.created')}</dt>
      <dd>
        <Time at={person.createdAt} />
      </dd>
    </dl>
  )
}

function Work({ person }: { person: Person }) {
  return (
    <section>
      <h3>{t('people.current')}</h3>
      {person.current.length === 0 ? (
        <p className={classes['quiet']}>{t(`people.noWork.${person.presence}`)}</p>
      ) : (
        <ul>
          {person.current.map((it) => (
            <li key={it.assignmentId}>
              <PriorityBadge priority={it.priority} />
              <div>
                <TaskLink id={it.taskId}>{it.title}</TaskLink>
                <p>
                  <StateBadge state={it.state} /> <Age since={it.since} />
                </p>
                {it.state === 'IN_PROGRESS' && (
                  <ShareBar
                    share={it.percent / 100}
                    label={t('people.progress', { percent: percent(it.percent / 100) })}
                  />
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      {person.load > person.current.length && (
        <p className={classes['quiet']}>
          {t('people.current.more', { n: person.load - person.current.length })}
        </p>
      )}
    </section>
  )
}
