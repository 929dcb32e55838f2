import { Button } from '@mantine/core'
import { useCallback } from 'react'
import { type Column, ListOf } from '@/components/live-table'
import { Empty } from '@/components/states'
import { Age, Time } from '@/components/time'
import { useUser } from '@/lib/session/session'
import { number, t } from '@/lib/text'
import { useInspector } from '@/lib/url-state'
import classes from './failures.module.css'
import { type FailedTask, useFailedTasks, useReason, useRedrive } from './use-failed-tasks'

const rowKey = (task: FailedTask) => task.id
const rowName = (task: FailedTask) => task.title

/** Tasks that failed: some are tried again by themselves, the others are dead letters. */
export function FailedTasks() {
  const query = useFailedTasks()
  const admin = useUser()?.roles.includes('ADMIN') ?? false
  const { inspected, inspect } = useInspector()
  const open = useCallback((task: FailedTask) => inspect('task', task.id), [inspect])
  return (
    <ListOf
      query={query}
      empty={<Empty title={t('failures.tasks.none')} hint={t('failures.tasks.none.hint')} />}
      label={t('failures.tasks')}
      rowKey={rowKey}
      rowName={rowName}
      columns={columns(admin)}
      card={card}
      onOpen={open}
      current={inspected?.kind === 'task' ? inspected.id : undefined}
    />
  )
}

function columns(admin: boolean): Column<FailedTask>[] {
  return [
    {
      key: 'when',
      header: t('failures.failed'),
      width: '132px',
      cell: (it) => <Time at={it.closedAt ?? it.updatedAt} />,
    },
    { key: 'title', header: t('failures.task'), width: 'minmax(180px, 1fr)', cell: (it) => it.title },
    {
      key: 'reason',
      header: t('failures.reason'),
      width: 'minmax(180px, 1fr)',
      cell: (it) => <Reason task={it} />,
      spare: 1,
    },
    {
      key: 'attempts',
      header: t('failures.attempts'),
      width: '84px',
      align: 'end',
      cell: (it) => number(it.attempt),
    },
    { key: 'next', header: t('failures.next'), width: '160px', cell: (it) => <Next task={it} /> },
    ...(admin
      ? [
          {
            key: 'redrive',
            header: t('failures.redrive'),
            width: '120px',
            cell: (it: FailedTask) => <Redrive task={it} />,
          },
        ]
      : []),
  ]
}

function Reason({ task }: { task: FailedTask }) {
  const reason = useReason(task) ?? ''
  return <span title={reason}>{reason}</span>
}

function Next({ task: { retryAt } }: { task: FailedTask }) {
  return retryAt == null ? (
    t('failures.dead')
  ) : (
    <span>
      {t('failures.again')} <Time at={retryAt} />
    </span>
  )
}

function Redrive({ task }: { task: FailedTask }) {
  const { mutate, isPending } = useRedrive(task)
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={isPending}
      aria-label={t('failures.redrive.what', { title: task.title })}
      onClick={(event) => {
        event.stopPropagation()
        mutate()
      }}
    >
      {t('failures.redrive')}
    </Button>
  )
}

function card(task: FailedTask) {
  return (
    <span className={classes['card']}>
      <span>
        {task.title}
        <Age since={task.closedAt ?? task.updatedAt} ago />
      </span>
      <span>
        <Next task={task} />
      </span>
    </span>
  )
}
