import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { PriorityBadge, StateBadge } from '@/components/badges'
import { explain, requireConnection } from '@/lib/acting'
import { api, ok } from '@/lib/api/client'
import { t } from '@/lib/text'
import classes from './desk.module.css'
import { type Assignment, showAssignment } from './desk-data'

/** What else I hold; choosing one brings it to the middle. */
export function NextUp({ others, show }: { others: readonly Assignment[]; show: (one: Assignment) => void }) {
  return (
    <section className={classes['panel']} aria-label={t('desk.next')}>
      <h2>{t('desk.next')}</h2>
      <ul>
        {others.map((it) => (
          <li key={it.id}>
            <button type="button" onClick={() => show(it)}>
              <PriorityBadge priority={it.task.priority} />
              <span className={classes['what']}>{it.task.title}</span>
              <StateBadge state={it.state} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Asks for the next task instead of waiting for the round; says so when nothing waits. */
export function TakeNext() {
  const client = useQueryClient()
  const { mutate, isPending, isSuccess, data, error } = useMutation({
    mutationFn: async () => {
      requireConnection()
      return (await ok(api.POST('/api/v1/me/assignments/next'))) ?? null
    },
    onSuccess: (answer) => answer && showAssignment(client, answer),
  })
  return (
    <div className={classes['take']}>
      <Button variant="default" size="md" loading={isPending} onClick={() => mutate()}>
        {t('desk.take')}
      </Button>
      <p role="status">{isSuccess && data === null ? t('desk.take.none') : ''}</p>
      {error !== null && (
        <p className={classes['refused']} role="alert">
          {explain(error)}
        </p>
      )}
    </div>
  )
}
