import { ActionIcon } from '@mantine/core'
import { Link2 } from 'lucide-react'
import { Suspense, useEffect } from 'react'
import { PriorityBadge, StateBadge } from '@/components/badges'
import { Empty, Failure, Loading } from '@/components/states'
import { Time } from '@/components/time'
import { Held } from '@/components/work/held'
import { isProblem } from '@/lib/api/problem'
import { withTexts } from '@/lib/pages'
import { useStore } from '@/lib/store'
import { t } from '@/lib/text'
import { useInspector } from '@/lib/url-state'
import { Actions } from './actions'
import { PendingMark } from './columns'
import { taskCommands } from './commands'
import { ConflictNote } from './conflict-note'
import { Help } from './help'
import { Summary } from './summary'
import classes from './task.module.css'
import { Timeline } from './timeline'
import { useMentionable } from './use-known'
import { useIsAdmin, useTask } from './use-task'
import { copyLink, useTaskCommands } from './use-task-commands'
import { Why } from './why'
import { ask, may, type TaskView, useForm, usePending, work } from './work'

const TaskForm = withTexts(() => import('./task-form'), 'queue', 'task', 'work', 'verb')
const TaskPromises = withTexts(() => import('@/components/sla/task-promises'), 'sla')
const Comments = withTexts(() => import('@/components/comments/comments'), 'work')

/** A task beside whatever page one is on. */
export default function TaskInspector({ id }: { id: string }) {
  const { data, error, refetch } = useTask(id)
  if (data !== undefined) return <Task task={data} />
  if (isProblem(error, 'not-found') || isProblem(error, 'invalid-parameter'))
    return <Empty title={t('task.gone')} hint={t('task.gone.hint')} />
  return error ? (
    <Failure error={error} retry={() => void refetch()} />
  ) : (
    <Loading what={t('task.name')} rows={8} />
  )
}

function Task({ task }: { task: TaskView }) {
  const { id } = task
  const pending = usePending(id)
  const conflict = useStore(work, (it) => it.conflicts[id])
  const form = useForm(id)
  const listAims = useStore(work, (it) => it.listAims)
  const admin = useIsAdmin()
  const { inspected } = useInspector()
  const people = useMentionable().data
  // of two tasks beside the page the keys are for the one that is not pinned
  const here = inspected === undefined || inspected.id === id
  useTaskCommands([task], !listAims && here)
  useEffect(
    () => () => {
      if (work.get().asking?.task === id) ask(id, undefined)
    },
    [id],
  )
  const priority = pending?.kind === 'priority' ? pending.priority : task.priority
  return (
    <article className={classes['task']} aria-busy={pending !== undefined}>
      <header>
        <h2>{task.title}</h2>
        <p className={classes['facts']}>
          <PriorityBadge priority={priority} />
          <StateBadge state={task.status} />
          {pending && <PendingMark />}
          <ActionIcon aria-label={t('task.command.link')} onClick={() => copyLink(id)}>
            <Link2 size={16} aria-hidden />
          </ActionIcon>
        </p>
      </header>
      {conflict && <ConflictNote conflict={conflict} />}
      {task.status === 'FAILED' && <Again task={task} />}
      {task.hold && <Held hold={task.hold} />}
      {task.help && <Help task={task} />}
      {admin && <Actions task={task} />}
      {admin && form && may(form, task.status) && (
        <Suspense fallback={<Loading what={t(`task.${form}`)} rows={4} />}>
          <TaskForm key={form} task={task} form={form} />
        </Suspense>
      )}
      <Suspense>
        <TaskPromises taskId={id} />
      </Suspense>
      <Why task={task} />
      <Summary task={task} />
      <Suspense fallback={<Loading what={t('comments.title')} rows={2} />}>
        <Comments taskId={id} people={people} command={taskCommands.comment} here={here} />
      </Suspense>
      <Timeline task={task} />
      <details className={classes['raw']}>
        <summary>{t('task.raw')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys */}
        <pre tabIndex={0}>{JSON.stringify(task, null, 2)}</pre>
      </details>
    </article>
  )
}

/** A task that failed is tried again by itself, or is a dead letter. */
function Again({ task: { retryAt } }: { task: TaskView }) {
  return (
    <p className={classes['again']}>
      {retryAt == null ? (
        t('task.deadLetter')
      ) : (
        <>
          {t('task.again')} <Time at={retryAt} />
        </>
      )}
    </p>
  )
}
