import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { api, ok } from '@/lib/api/client'
import { t } from '@/lib/text'
import { duration } from '@/lib/time'

const BoundDialog = lazy(() => import('./bound-dialog'))
const EVERY = 30_000

/** How long the oldest task waits beside the longest that it can; all kinds of work on demand. */
export function LongestWait({ queue }: { queue: string }) {
  const [open, setOpen] = useState(false)
  const { data } = useQuery({
    queryKey: ['queues', queue, 'bound'],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/v1/queues/{name}/bound', { params: { path: { name: queue } }, signal })),
    refetchInterval: EVERY,
  })
  const oldest = data?.items[0]
  if (oldest === undefined) return null
  const { waitedSeconds, boundSeconds } = oldest
  const waited = duration(waitedSeconds)
  return (
    <>
      <Button
        variant="subtle"
        size="compact-xs"
        w="fit-content"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {boundSeconds == null
          ? t('queue.bound.unknown', { waited })
          : t('queue.bound', { waited, bound: duration(boundSeconds) })}
      </Button>
      {open && data && (
        <Suspense>
          <BoundDialog queue={queue} items={data.items} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
