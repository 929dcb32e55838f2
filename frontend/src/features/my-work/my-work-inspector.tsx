import { Suspense } from 'react'
import { PriorityBadge, StateBadge } from '@/components/badges'
import { Empty, Failure, Loading } from '@/components/states'
import { Time } from '@/components/time'
import { withTexts } from '@/lib/pages'
import { t } from '@/lib/text'
import { duration } from '@/lib/time'
import classes from './my-work.module.css'
import { handleSeconds, useMyWork } from './use-my-work'

const Report = withTexts(() => import('@/components/dispute/report'), 'dispute', 'work')

export default function MyWorkInspector({ id }: { id: string }) {
  const { data, error, refetch } = useMyWork().query
  if (data === undefined) {
    return error ? (
      <Failure error={error} retry={() => void refetch()} />
    ) : (
      <Loading what={t('myWork.title')} />
    )
  }
  const assignment = data.find((it) => it.id === id)
  if (assignment === undefined) return <Empty title={t('myWork.gone')} />
  const { task } = assignment
  const seconds = handleSeconds(assignment)
  return (
    <article className={classes['detail']}>
      <h2>{task.title}</h2>
      <p className={classes['badges']}>
        <PriorityBadge priority={task.priority} />
        <StateBadge state={assignment.state} />
      </p>
      <h3>{t('myWork.comment')}</h3>
      <p className={classes['comment']}>{assignment.comment ?? t('myWork.noComment')}</p>
      <dl>
        <dt>{t('myWork.assigned')}</dt>
        <dd>
          <Time at={assignment.assignedAt} />
        </dd>
        <dt>{t('myWork.started')}</dt>
        <dd>{assignment.startedAt ? <Time at={assignment.startedAt} /> : t('myWork.notStarted')}</dd>
        {assignment.closedAt && (
          <>
            <dt>{t('myWork.at')}</dt>
            <dd>
              <Time at={assignment.closedAt} />
            </dd>
          </>
        )}
        {seconds !== undefined && (
          <>
            <dt>{t('myWork.duration')}</dt>
            <dd>{duration(seconds)}</dd>
          </>
        )}
        {task.estimateSeconds != null && (
          <>
            <dt>{t('myWork.estimate')}</dt>
            <dd>{duration(task.estimateSeconds)}</dd>
          </>
        )}
        <dt>{t('myWork.by')}</dt>
        <dd>{task.createdBy}</dd>
      </dl>
      {task.description && (
        <>
          <h3>{t('myWork.details')}</h3>
          <p className={classes['comment']}>{task.description}</p>
        </>
      )}
      <Suspense>
        <Report key={assignment.id} assignmentId={assignment.id} />
      </Suspense>
    </article>
  )
}
