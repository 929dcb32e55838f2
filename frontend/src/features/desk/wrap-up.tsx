import { useMutation, useQueryClient } from '@tanstack/react-query'
import { requireConnection } from '@/lib/acting'
import { api, ok } from '@/lib/api/client'
import { t } from '@/lib/text'
import { duration } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { showWorker } from './desk-data'
import { Prompt } from './prompt'

/** The moment after a task for which I keep its seat: how much of it is left, and its end by one click. */
export default function WrapUp({ until }: { until: string }) {
  const client = useQueryClient()
  const left = Math.ceil((Date.parse(until) - useNow()) / 1000)
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      requireConnection()
      return ok(api.POST('/api/v1/me/wrap-up/end'))
    },
    onSuccess: (answer) => showWorker(client, answer),
  })
  if (left <= 0) return null
  return (
    <Prompt
      title={t('whereabouts.wrapUp')}
      hint={
        <>
          {t('whereabouts.wrapUp.hint')}{' '}
          <span role="timer" aria-live="off">
            {t('whereabouts.wrapUp.left', { age: duration(left) })}
          </span>
        </>
      }
      error={error}
      pending={isPending}
      action={t('whereabouts.wrapUp.end')}
      act={mutate}
    />
  )
}
