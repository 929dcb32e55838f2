import { useQuery } from '@tanstack/react-query'
import { type ReactNode, Suspense, useId, useMemo, useState } from 'react'
import { PriorityBadge, StateBadge } from '@/components/badges'
import { Loading } from '@/components/states'
import { Age, Time } from '@/components/time'
import { Held, HelpNote } from '@/components/work/held'
import { api, ok } from '@/lib/api/client'
import { withTexts } from '@/lib/pages'
import { number, t } from '@/lib/text'
import { duration } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { Begin } from './begin'
import { deskCommands } from './commands'
import classes from './desk.module.css'
import type { Assignment } from './desk-data'
import { Finish } from './finish'
import { Progress } from './progress'
import { useReceivers } from './use-receivers'
import { Verbs } from './verbs'

const TaskPromises = withTexts(() => import('@/components/sla/task-promises'), 'sla')
const Report = withTexts(() => import('@/components/dispute/report'), 'dispute', 'work')
const Comments = withTexts(() => import('@/components/comments/comments'), 'work')

/** The task I am at, large, with all I can do about it. Give it its assignment as key: each is armed anew. */
export function Current({ assignment, phrases }: { assignment: Assignment; phrases: readonly string[] }) {
  const heading = useId()
  const { task } = assignment
  const receivers = useReceivers(assignment.id).data
  const colleagues = receivers?.people
  const callable = useMemo(
    () => [{ username: task.createdBy, displayName: task.createdBy }, ...(colleagues ?? [])],
    [task.createdBy, colleagues],
  )
  return (
    <article className={classes['current']} aria-labelledby={heading}>
      <header>
        <PriorityBadge priority={task.priority} />
        <StateBadge state={assignment.state} />
        <span className={classes['dim']}>
          {assignment.startedAt && `${t('desk.started')} `}
          <Age since={assignment.startedAt ?? assignment.assignedAt} ago />
        </span>
        {task.dueAt && <Due at={task.dueAt} />}
      </header>
      <h2 id={heading} tabIndex={-1} data-desk-heading>
        {task.title}
      </h2>
      {task.description && <p className={classes['description']}>{task.description}</p>}
      <Facts assignment={assignment} />
      <Suspense>
        <TaskPromises taskId={task.id} />
      </Suspense>
      <WhyMe taskId={assignment.taskId} version={assignment.id}>
        <Report assignmentId={assignment.id} />
      </WhyMe>
      {task.help && <HelpNote help={task.help} />}
      {assignment.state === 'ON_HOLD' ? (
        <>
          {task.hold && <Held hold={task.hold} />}
          <Begin assignment={assignment} verb="resume" central />
        </>
      ) : assignment.state === 'ASSIGNED' ? (
        <Begin assignment={assignment} verb="start" central />
      ) : (
        <Progress assignment={assignment} />
      )}
      <Verbs assignment={assignment} />
      <Finish assignment={assignment} phrases={phrases} dispositions={receivers?.dispositions ?? []} />
      <Suspense fallback={<Loading what={t('comments.title')} rows={2} />}>
        <Comments taskId={task.id} people={callable} command={deskCommands.comment} />
      </Suspense>
    </article>
  )
}

function Facts({ assignment }: { assignment: Assignment }) {
  const { task } = assignment
  return (
    <dl className={classes['facts']}>
      <Fact name={t('desk.fact.by')}>{task.createdBy}</Fact>
      <Fact name={t('desk.fact.created')}>
        <Time at={task.createdAt} />
      </Fact>
      {task.category && <Fact name={t('desk.fact.category')}>{task.category}</Fact>}
      <Fact name={t('desk.fact.queue')}>{task.queue}</Fact>
      {task.requiredSkills.length > 0 && (
        <Fact name={t('desk.fact.skills')}>
          {task.requiredSkills.join(', ')}
          {task.minSkillLevel > 1 && ` (${t('desk.fact.level', { n: task.minSkillLevel })})`}
        </Fact>
      )}
      {task.region && <Fact name={t('desk.fact.region')}>{task.region}</Fact>}
      {task.estimateSeconds != null && (
        <Fact name={t('desk.fact.estimate')}>{duration(task.estimateSeconds)}</Fact>
      )}
      {assignment.attempt > 1 && <Fact name={t('desk.fact.attempt')}>{number(assignment.attempt)}</Fact>}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const MINUTE = 60_000

function Due({ at }: { at: string }) {
  const rest = (new Date(at).getTime() - useNow(MINUTE)) / 1000
  return (
    <span data-overdue={rest < 0 || undefined} className={classes['due']}>
      {t(rest < 0 ? 'desk.overdue' : 'desk.due', { age: duration(Math.abs(Math.round(rest / 60) * 60)) })}
      {' ('}
      <Time at={at} />)
    </span>
  )
}

interface WhyMeProps {
  taskId: string
  /** What the sentence is about: an offer or an assignment. */
  version: string
  /** What can be said about it; loaded when it is opened. */
  children?: ReactNode
}

export function WhyMe({ taskId, version, children }: WhyMeProps) {
  const [open, setOpen] = useState(false)
  const { data } = useQuery({
    queryKey: ['tasks', taskId, 'why', version],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/tasks/{id}/why', { params: { path: { id: taskId } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (data === undefined) return null
  return (
    <details className={classes['why']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('desk.why')}</summary>
      <p>{data.sentence}</p>
      {open && <Suspense>{children}</Suspense>}
    </details>
  )
}
