import { useState } from 'react'
import { Select } from '@/components/select'
import { HoldForm } from '@/components/work/hold-form'
import { ReasonForm } from '@/components/work/reason-form'
import { useQueueNames } from '@/lib/catalogue'
import { t } from '@/lib/text'
import { useActs } from './acts'
import { AssignForm } from './assign-form'
import { useLook } from './use-task'
import { ask, type Form, type TaskView, type Wish } from './work'

/** What is asked before something is done to a task. */
export default function TaskForm({ task, form }: { task: TaskView; form: Form }) {
  const { act } = useActs(useLook())
  const queues = (useQueueNames().data ?? []).filter((it) => it !== task.queue)
  const [queue, setQueue] = useState('')
  const draft = `${form} ${task.id}`
  const close = () => ask(task.id, undefined)
  const send = async (wish: Wish) => {
    // what was refused has been told, and the text stays
    if (!(await act([task], wish))) throw new Error(t('task.form.refused'))
  }
  if (form === 'assign') return <AssignForm task={task} />
  if (form === 'hold')
    return <HoldForm draft={draft} close={close} send={(hold) => send({ kind: 'hold', ...hold })} />
  const moves = form === 'move'
  return (
    <ReasonForm
      name={t(`task.${form}`)}
      draft={draft}
      label={t('task.assign.reason')}
      hint={t(`task.${form}.hint`)}
      submit={t(moves ? 'task.move.submit' : 'task.return.submit')}
      fault={moves && queue === '' ? t('task.move.missing') : undefined}
      close={close}
      send={(reason) => send(moves ? { kind: 'move', queue, reason } : { kind: 'return', reason })}
    >
      {moves && (
        <Select
          label={t('task.move.queue')}
          value={queue}
          options={[['', t('task.move.choose')], ...queues.map((it) => [it, it] as const)]}
          change={setQueue}
        />
      )}
    </ReasonForm>
  )
}
