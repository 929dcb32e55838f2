import type { ReactNode } from 'react'
import { Age, Duration, Time } from '@/components/time'
import { t } from '@/lib/text'
import classes from './task.module.css'
import { useWorkerName } from './use-task'
import type { TaskView } from './work'

export function Summary({ task }: { task: TaskView }) {
  const assignee = useWorkerName(task.assignee)
  const skills = task.requiredSkills.join(', ')
  const { minSkillLevel, estimateSeconds, metadata } = task
  const facts: [string, ReactNode][] = [
    [t('queue.column.assignee'), task.assignee && (assignee ?? '…')],
    [t('queue.column.queue'), task.category ? `${task.queue} / ${task.category}` : task.queue],
    [
      t('queue.column.skills'),
      skills && (minSkillLevel > 1 ? t('task.skills.level', { skills, level: minSkillLevel }) : skills),
    ],
    [t('task.region'), task.region],
    [t('task.created'), <Age key="created" since={task.createdAt} ago />],
    [t('task.createdBy'), task.createdBy],
    [t('queue.column.due'), task.dueAt && <Time at={task.dueAt} />],
    [t('task.estimate'), estimateSeconds != null && <Duration seconds={estimateSeconds} />],
    [t('queue.column.attempts'), task.attempt],
    [t('task.closed'), task.closedAt && <Time at={task.closedAt} />],
    [t('task.version'), task.version],
    [t('task.id'), <code key="id">{task.id}</code>],
  ]
  return (
    <section aria-label={t('task.summary')}>
      <h3>{t('task.summary')}</h3>
      {task.description && <p className={classes['description']}>{task.description}</p>}
      <dl>
        {facts.map(([name, value]) =>
          value === null || value === undefined || value === '' || value === false ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
        {Object.entries(metadata ?? {}).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
