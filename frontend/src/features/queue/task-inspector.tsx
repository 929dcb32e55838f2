import { ActionIcon, Button } from '@mantine/core'
import { Link2 } from 'lucide-react'
import { useEffect } from 'react'
import { PriorityBadge, StateBadge } from '@/components/badges'
import { Empty, Failure, Loading } from '@/components/states'
import { isProblem } from '@/lib/api/problem'
import { useStore } from '@/lib/store'
import { t } from '@/lib/text'
import { useActs } from './acts'
import { AssignForm } from './assign-form'
import { PendingMark } from './columns'
import { ConflictNote } from './conflict-note'
import { PriorityMenu } from './priority-menu'
import { Summary } from './summary'
import classes from './task.module.css'
import { Timeline } from './timeline'
import { useIsAdmin, useLook, useTask, useWhy } from './use-task'
import { copyLink, useTaskCommands } from './use-task-commands'
import { Why } from './why'
import { may, type TaskView, usePending, work } from './work'

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
  const assigning = useStore(work, (it) => it.assigning === id)
  const listAims = useStore(work, (it) => it.listAims)
  const admin = useIsAdmin()
  useTaskCommands([task], !listAims)
  useEffect(
    () => () => {
      if (work.get().assigning === id) work.set({ assigning: undefined })
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
      {admin && <Actions task={task} />}
      {admin && assigning && may('assign', task.status) && <AssignForm task={task} />}
      <Why task={task} />
      <Summary task={task} />
      <Timeline task={task} />
      <details className={classes['raw']}>
        <summary>{t('task.raw')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys */}
        <pre tabIndex={0}>{JSON.stringify(task, null, 2)}</pre>
      </details>
    </article>
  )
}

/** What the state allows now; the button that was pressed waits, and nothing else does. */
function Actions({ task }: { task: TaskView }) {
  const pending = usePending(task.id)
  const assigning = useStore(work, (it) => it.assigning === task.id)
  const { act } = useActs(useLook())
  const busy = pending !== undefined
  const why = useWhy(task.id).data?.reason
  const refused = why === 'SET_ASIDE' || why === 'ALL_DECLINED'
  if (!may('cancel', task.status) && !may('retry', task.status)) return null
  return (
    <div className={classes['actions']} role="toolbar" aria-label={t('task.actions')}>
      {may('assign', task.status) && (
        <Button
          variant={assigning ? 'default' : 'filled'}
          aria-expanded={assigning}
          loading={pending?.kind === 'assign'}
          disabled={busy}
          onClick={() => work.set({ assigning: assigning ? undefined : task.id })}
        >
          {t('task.assign')}
        </Button>
      )}
      {may('priority', task.status) && (
        <PriorityMenu
          label={t('task.priority')}
          current={pending?.kind === 'priority' ? pending.priority : task.priority}
          choose={(priority) => void act([task], { kind: 'priority', priority })}
        />
      )}
      {may('retry', task.status) && (
        <Button
          loading={pending?.kind === 'retry'}
          disabled={busy}
          onClick={() => void act([task], { kind: 'retry' })}
        >
          {t('task.retry')}
        </Button>
      )}
      {refused && may('offerAgain', task.status) && (
        <Button
          variant="default"
          loading={pending?.kind === 'offerAgain'}
          disabled={busy}
          onClick={() => void act([task], { kind: 'offerAgain' })}
        >
          {t('task.offerAgain')}
        </Button>
      )}
      {may('cancel', task.status) && (
        <Button
          variant="default"
          loading={pending?.kind === 'cancel'}
          disabled={busy}
          onClick={() => void act([task], { kind: 'cancel' })}
        >
          {t('task.cancel')}
        </Button>
      )}
    </div>
  )
}
