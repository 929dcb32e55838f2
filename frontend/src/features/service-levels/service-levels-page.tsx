import { NativeSelect } from '@mantine/core'
import { Page } from '@/components/page'
import { useQueueNames } from '@/lib/catalogue'
import { t } from '@/lib/text'
import { useUrlState } from '@/lib/url-state'
import { AttainmentPanel } from './attainment-panel'
import { PressingPanel } from './pressing-panel'
import { useLivePromises } from './use-levels'

interface Shown {
  queue?: string | undefined
}

const shownOfAddress = {
  parse(value: unknown): Shown {
    const { queue } = value as Record<string, unknown>
    return typeof queue === 'string' || typeof queue === 'number' ? { queue: String(queue) } : {}
  },
}

/** Which promises are broken or at risk now, and how well they were kept. */
export default function ServiceLevelsPage() {
  const [{ queue }, show] = useUrlState(shownOfAddress)
  const queues = useQueueNames().data ?? []
  useLivePromises()
  return (
    <Page
      title={t('levels.title')}
      lead={t('levels.lead')}
      actions={
        <NativeSelect
          aria-label={t('levels.queue')}
          value={queue ?? ''}
          data={[
            { value: '', label: t('levels.queue.any') },
            ...(queue === undefined || queues.includes(queue) ? queues : [queue, ...queues]),
          ]}
          onChange={(event) => show({ queue: event.currentTarget.value || undefined })}
        />
      }
    >
      <PressingPanel state="BREACHED" queue={queue} />
      <PressingPanel state="AT_RISK" queue={queue} />
      <AttainmentPanel queue={queue} />
    </Page>
  )
}
