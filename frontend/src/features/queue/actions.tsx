import { Button } from '@mantine/core'
import { t } from '@/lib/text'
import { useActs } from './acts'
import { PriorityMenu } from './priority-menu'
import classes from './task.module.css'
import { useLook, useWhy } from './use-task'
import { ask, type Form, may, type TaskView, useForm, usePending, type Wish } from './work'

const FORMS: readonly Form[] = ['hold', 'return', 'move']
type AtOnce = Extract<Wish['kind'], 'retry' | 'resume' | 'offerAgain' | 'cancel'>

/** What the state allows now; the button that was pressed waits, and nothing else does. */
export function Actions({ task }: { task: TaskView }) {
  const { id, status } = task
  const pending = usePending(id)
  const form = useForm(id)
  const { act } = useActs(useLook())
  const why = useWhy(id).data?.reason
  const refused = why === 'SET_ASIDE' || why === 'ALL_DECLINED'
  const button = (kind: Form | AtOnce, run: () => void, first = false) => (
    <Button
      key={kind}
      variant={first && form !== kind ? 'filled' : 'default'}
      loading={pending?.kind === kind}
      disabled={pending !== undefined}
      onClick={run}
      {...(isForm(kind) && { 'aria-expanded': form === kind })}
    >
      {t(`task.${kind}`)}
    </Button>
  )
  const asks = (kind: Form, first = false) =>
    may(kind, status) && button(kind, () => ask(id, form === kind ? undefined : kind), first)
  const does = (kind: AtOnce, first = false) =>
    may(kind, status) && button(kind, () => void act([task], { kind }), first)
  // on hold, it goes back from its holder, and moves only without one
  const possible = (kind: Form) =>
    status !== 'ON_HOLD' || (task.assignee == null ? kind !== 'return' : kind !== 'move')
  if (!may('cancel', status) && !may('retry', status)) return null
  return (
    <div className={classes['actions']} role="toolbar" aria-label={t('task.actions')}>
      {asks('assign', true)}
      {does('retry', true)}
      {does('resume', true)}
      {may('priority', status) && (
        <PriorityMenu
          label={t('task.priority')}
          current={pending?.kind === 'priority' ? pending.priority : task.priority}
          choose={(priority) => void act([task], { kind: 'priority', priority })}
        />
      )}
      {refused && does('offerAgain')}
      {FORMS.map((it) => possible(it) && asks(it))}
      {does('cancel')}
    </div>
  )
}

function isForm(kind: Form | AtOnce): kind is Form {
  return kind === 'assign' || FORMS.some((it) => it === kind)
}
