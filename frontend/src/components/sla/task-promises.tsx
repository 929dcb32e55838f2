import { useQuery } from '@tanstack/react-query'
import { api, ok } from '@/lib/api/client'
import { now } from '@/lib/clock'
import { t } from '@/lib/text'
import type { Read } from './reading'
import { SlaBar } from './sla-bar'
import classes from './sla-bar.module.css'

const EVERY = 30_000

/** What is promised about a task, and how it stands with that; nothing where nothing is promised. */
export default function TaskPromises({ taskId }: { taskId: string }) {
  const { data } = useQuery({
    queryKey: ['task', taskId, 'insight', 'promises'],
    queryFn: async ({ signal }): Promise<Read[]> => {
      const params = { path: { id: taskId } }
      const { items } = await ok(api.GET('/api/v1/tasks/{id}/service-level', { params, signal }))
      return items.filter((it) => it.state !== 'DROPPED').map((clock) => ({ clock, at: now() }))
    },
    refetchInterval: EVERY,
  })
  if (data === undefined || data.length === 0) return null
  return (
    <section className={classes['promises']} aria-label={t('sla.promises')}>
      <h3>{t('sla.promises')}</h3>
      <ul>
        {data.map((read) => (
          <li key={read.clock.kind}>
            <span>{t(`sla.kind.${read.clock.kind}`)}</span>
            <SlaBar read={read} />
            {read.clock.cause && <p>{t(`sla.cause.${read.clock.cause}`)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
