import { useQuery } from '@tanstack/react-query'
import { PriorityBadge, StateBadge } from '@/components/badges'
import Comments from '@/components/comments/comments'
import { Failure, Loading } from '@/components/states'
import { api, ok } from '@/lib/api/client'
import { useFeed } from '@/lib/live/hooks'
import { talkOf } from '@/lib/live/notices'
import { t } from '@/lib/text'
import classes from './talk.module.css'

/** A task that somebody was called to: what it is, and what is said about it. */
export default function TalkInspector({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['task', id],
    queryFn: ({ signal }) => ok(api.GET('/api/v1/tasks/{id}', { params: { path: { id } }, signal })),
  })
  useFeed((entry) => {
    if (talkOf(entry) === id) void refetch()
  })
  if (data === undefined) {
    return error ? (
      <Failure error={error} retry={() => void refetch()} />
    ) : (
      <Loading what={t('comments.title')} rows={4} />
    )
  }
  return (
    <article className={classes['talk']}>
      <h2>{data.title}</h2>
      <p>
        <PriorityBadge priority={data.priority} /> <StateBadge state={data.status} />
      </p>
      {data.description && <p>{data.description}</p>}
      <Comments taskId={id} />
    </article>
  )
}
