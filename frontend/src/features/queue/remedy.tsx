import { Button } from '@mantine/core'
import type { Schemas } from '@/lib/api/client'
import { language, t, textOf } from '@/lib/text'
import { useActs } from './acts'
import { PriorityMenu } from './priority-menu'
import classes from './task.module.css'
import { useIsAdmin, useLook } from './use-task'
import { type TaskView, usePending } from './work'

interface RemedyProps {
  task: TaskView
  remedy: Schemas['Remedy']
}

/** The cheapest change that would let it begin sooner; what takes one step an admin can do here. */
export function Remedy({ task, remedy: { code, sentence } }: RemedyProps) {
  const admin = useIsAdmin()
  const pending = usePending(task.id)
  const { act } = useActs(useLook())
  // the numbers stand only in the sentence of the server, which is English
  const words = language().startsWith('en')
    ? sentence
    : textOf(`task.remedy.${code}`, 'task.remedy.other', { sentence })
  return (
    <div className={classes['remedy']}>
      <p className={classes['sentence']}>{words}</p>
      {admin && code === 'PRIORITY' && (
        <PriorityMenu
          label={t('task.remedy.change')}
          current={pending?.kind === 'priority' ? pending.priority : task.priority}
          choose={(priority) => void act([task], { kind: 'priority', priority })}
        />
      )}
      {admin && code === 'OFFER_AGAIN' && (
        <Button
          variant="default"
          loading={pending?.kind === 'offerAgain'}
          disabled={pending !== undefined}
          onClick={() => void act([task], { kind: 'offerAgain' })}
        >
          {t('task.remedy.again')}
        </Button>
      )}
    </div>
  )
}
