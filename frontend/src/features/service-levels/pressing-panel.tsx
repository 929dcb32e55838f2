import { Button } from '@mantine/core'
import { PriorityBadge } from '@/components/badges'
import { Panel } from '@/components/panel'
import type { Read } from '@/components/sla/reading'
import { SlaBar } from '@/components/sla/sla-bar'
import { Empty } from '@/components/states'
import { t } from '@/lib/text'
import { useInspector } from '@/lib/url-state'
import classes from './levels.module.css'
import { type Pressing, usePressing, useTaskTitle } from './use-levels'

/** Tasks with a promise in that state, the one that presses most first. */
export function PressingPanel({ state, queue }: { state: Pressing; queue: string | undefined }) {
  const query = usePressing(state, queue)
  return (
    <Panel
      title={t(`levels.${state}`)}
      query={query}
      isEmpty={(it) => it.length === 0}
      empty={<Empty title={t(`levels.${state}.none`)} />}
    >
      {(reads) => (
        <>
          <ul className={classes['pressing']}>
            {reads.map((read) => (
              <li key={`${read.clock.taskId} ${read.clock.kind}`}>
                <Pressed read={read} />
              </li>
            ))}
          </ul>
          {query.hasNextPage && (
            <Button
              variant="default"
              m={12}
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t('list.more')}
            </Button>
          )}
        </>
      )}
    </Panel>
  )
}

function Pressed({ read }: { read: Read }) {
  const { taskId, priority, queue, kind, cause } = read.clock
  const title = useTaskTitle(taskId)
  const { inspect } = useInspector()
  return (
    <>
      <PriorityBadge priority={priority} />
      <div className={classes['what']}>
        <button type="button" onClick={() => inspect('task', taskId)}>
          {title ?? t('levels.task')}
        </button>
        <p>
          {queue} · {t(`sla.kind.${kind}`)}
          {cause && ` · ${t(`sla.cause.${cause}`)}`}
        </p>
      </div>
      <SlaBar read={read} />
    </>
  )
}
