import { useState } from 'react'
import { HoldForm, ReasonForm } from '@/components/work'
import { t } from '@/lib/text'
import { useActs } from './acts'
import { AssignForm } from './assign-form'
import classes from './task.module.css'
import { useQueues } from './use-known'
import { useLook } from './use-task'
import { ask, type Form, type TaskView, type Wish } from './work'

/** What is asked before something is done to a task. */
export default function TaskForm({ task, form }: { task: TaskView; form: Form }) {
  const { act } = useActs(useLook())
  const queues = (useQueues().data ?? []).filter((it) => it !== task.queue)
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
        <label className={classes['select']}>
          {t('task.move.queue')}
          <select value={queue} onChange={(event) => setQueue(event.currentTarget.value)}>
            <option value="">{t('task.move.choose')}</option>
            {queues.map((it) => (
              <option key={it} value={it}>
                {it}
              </option>
            ))}
          </select>
        </label>
      )}
    </ReasonForm>
  )
}
