import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { AnswerHelp } from '@/components/work/answer-help'
import { HelpNote } from '@/components/work/held'
import { useUser } from '@/lib/session/session'
import { t } from '@/lib/text'
import { taskKey } from './learn'
import classes from './task.module.css'
import type { TaskView } from './work'

/** Its holder asks for help: what for, and the answer of whoever leads. */
export function Help({ task }: { task: TaskView }) {
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const may = useUser()?.roles.some((it) => it === 'ADMIN' || it === 'MANAGER')
  return (
    <section className={classes['help']} aria-label={t('task.help')}>
      {task.help && <HelpNote help={task.help} />}
      {may && (
        <Button variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('work.answer')}
        </Button>
      )}
      {open && (
        <AnswerHelp
          taskId={task.id}
          close={() => setOpen(false)}
          answered={() => void client.invalidateQueries({ queryKey: taskKey(task.id) })}
        />
      )}
    </section>
  )
}
