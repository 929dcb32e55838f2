import { LoaderCircle } from 'lucide-react'
import { Suspense } from 'react'
import { type Priority, PriorityBadge, StateBadge } from '@/components/badges'
import type { Column } from '@/components/live-table'
import { Age, Time } from '@/components/time'
import { withTexts } from '@/lib/pages'
import { t } from '@/lib/text'
import { useNow } from '@/lib/use-now'
import classes from './queue.module.css'
import type { Row } from './rows'
import { useWorkerName } from './use-task'
import { usePending } from './work'

const SlaCell = withTexts(() => import('@/components/sla/sla-cell'), 'sla')

const MINUTE = 60_000

/** The live order tells place and reason; other lists tell of tasks in every state. */
export function columnsOf(inOrder: boolean): Column<Row>[] {
  return inOrder
    ? [
        position(),
        priority(true),
        title(),
        queue(inOrder),
        skills(),
        reason(),
        since(true),
        due(),
        promise(),
        attempts(),
        createdBy(),
      ]
    : [
        priority(false),
        title(),
        queue(inOrder),
        skills(),
        state(),
        assignee(),
        since(false),
        due(),
        promise(),
        attempts(),
        createdBy(),
      ]
}

type Make = (inOrder?: boolean) => Column<Row>

const position: Make = () => ({
  key: 'position',
  header: t('queue.column.position'),
  width: '56px',
  align: 'end',
  cell: (it) => it.position,
  sortable: true,
})

const priority: Make = (inOrder) => ({
  key: 'priority',
  header: t('queue.column.priority'),
  width: inOrder ? '92px' : '84px',
  cell: (it) => <PriorityCell id={it.id} priority={it.priority} effective={it.effective} />,
  value: (it) => it.priority,
  sortable: true,
})

const title: Make = () => ({
  key: 'title',
  header: t('queue.column.title'),
  width: 'minmax(200px, 2fr)',
  cell: (it) => <Title row={it} />,
})

const queue: Make = (inOrder) => ({
  key: 'queue',
  header: inOrder ? t('queue.key.category') : t('queue.column.queue'),
  width: inOrder ? '116px' : 'minmax(160px, 1fr)',
  // the order is that of one queue, which the page names
  cell: (it) => (
    <Cut text={inOrder ? (it.category ?? '') : [it.queue, it.category].filter(Boolean).join(' / ')} />
  ),
  spare: 3,
})

const skills: Make = () => ({
  key: 'skills',
  header: t('queue.column.skills'),
  width: 'minmax(104px, 0.6fr)',
  cell: (it) => <Cut text={it.skills.join(', ')} />,
  spare: 2,
})

const state: Make = () => ({
  key: 'state',
  header: t('queue.column.state'),
  width: '124px',
  cell: (it) => <StateBadge state={it.status} />,
  value: (it) => it.status,
})

const reason: Make = () => ({
  key: 'reason',
  header: t('queue.column.reason'),
  width: 'minmax(200px, 2fr)',
  cell: (it) => <Cut text={it.reason ?? ''} />,
  value: (it) => it.reason,
  spare: 0,
})

const assignee: Make = () => ({
  key: 'assignee',
  header: t('queue.column.assignee'),
  width: '132px',
  cell: (it) => <Assignee id={it.assignee} />,
  value: (it) => it.assignee,
})

const since: Make = (inOrder) => ({
  key: 'since',
  header: inOrder ? t('queue.column.waiting') : t('queue.column.age'),
  width: '92px',
  cell: (it) => <Age since={it.since} />,
  sortable: true,
})

const due: Make = () => ({
  key: 'due',
  header: t('queue.column.due'),
  width: '112px',
  cell: (it) => <Due row={it} />,
  spare: 1,
})

const promise: Make = () => ({
  key: 'promise',
  header: t('queue.column.promise'),
  width: '148px',
  cell: (it) => (
    <Suspense>
      <SlaCell taskId={it.id} />
    </Suspense>
  ),
  spare: 2,
})

const attempts: Make = () => ({
  key: 'attempts',
  header: t('queue.column.attempts'),
  width: '80px',
  align: 'end',
  cell: (it) => it.attempt,
  value: (it) => it.attempt,
  spare: 4,
})

const createdBy: Make = () => ({
  key: 'createdBy',
  header: t('queue.column.createdBy'),
  width: '120px',
  cell: (it) => <Cut text={it.createdBy} />,
})

/** What has no room ends in an ellipsis, and is whole in its tooltip. */
function Cut({ text }: { text: string }) {
  return <span title={text}>{text}</span>
}

/** Shown at once when somebody changes it here, with a mark until the server has said so. */
function PriorityCell({
  id,
  priority,
  effective,
}: {
  id: string
  priority: Priority
  effective?: Priority | undefined
}) {
  const pending = usePending(id)
  const shown = pending?.kind === 'priority' ? pending.priority : priority
  const aged = pending === undefined && effective !== undefined && effective !== priority
  return (
    <span className={classes['priority']}>
      <PriorityBadge priority={shown} />
      {aged && (
        <span title={t('queue.aged', { from: priority, to: effective })} className={classes['aged']}>
          → {effective}
        </span>
      )}
      {pending && <PendingMark />}
    </span>
  )
}

export function PendingMark() {
  return (
    <span className={classes['pending']} role="img" aria-label={t('task.pending')}>
      <LoaderCircle size={14} aria-hidden />
    </span>
  )
}

function Title({ row }: { row: Row }) {
  return (
    <span data-task={row.id} title={row.title}>
      {row.title}
    </span>
  )
}

function Assignee({ id }: { id: string | null | undefined }) {
  const name = useWorkerName(id)
  return <span>{id == null ? '' : (name ?? '…')}</span>
}

function Due({ row: { dueAt, status } }: { row: Row }) {
  const late = useNow(MINUTE) > Date.parse(dueAt ?? '')
  if (!dueAt) return null
  const open = status !== 'COMPLETED' && status !== 'CANCELLED'
  return (
    <span className={late && open ? classes['late'] : undefined}>
      <Time at={dueAt} />
      {late && open && <span className="visually-hidden"> {t('queue.late')}</span>}
    </span>
  )
}

/** The row on a phone: what it is and how urgent, below it where it stands. */
export function cardOf(row: Row) {
  return (
    <span className={classes['card']} data-task={row.id}>
      <span>
        <PriorityCell id={row.id} priority={row.priority} effective={row.effective} />
        <strong>{row.title}</strong>
      </span>
      <span>
        <span>{row.reason ?? <StateBadge state={row.status} />}</span>
        <Age since={row.since} />
      </span>
    </span>
  )
}
