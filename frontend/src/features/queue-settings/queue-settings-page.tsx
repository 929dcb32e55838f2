import { Suspense, useState } from 'react'
import { Page } from '@/components/page'
import { Panel } from '@/components/panel'
import { Loading } from '@/components/states'
import { withTexts } from '@/lib/pages'
import { t } from '@/lib/text'
import type { Queue } from './draft'
import { QueueForm } from './queue-form'
import classes from './queue-settings.module.css'
import { useQueues } from './use-queues'

const Promises = withTexts(() => import('./promises-form'), 'levels', 'sla', 'edit')

/** How each queue hands out its tasks, how they may end, and how often they are tried. */
export default function QueueSettingsPage() {
  const query = useQueues()
  return (
    <Page title={t('queueSettings.title')} lead={t('queueSettings.lead')}>
      <Panel
        title={t('queueSettings.queues')}
        query={query}
        loading={<Loading what={t('queueSettings.queues')} rows={3} height={44} />}
      >
        {(queues) =>
          queues.map((queue) => <OneQueue key={queue.name} queue={queue} open={queues.length === 1} />)
        }
      </Panel>
    </Page>
  )
}

function OneQueue({ queue, open }: { queue: Queue; open: boolean }) {
  const [opened, setOpened] = useState(open)
  return (
    <details
      className={classes['queue']}
      open={open}
      onToggle={(event) => setOpened((it) => it || event.currentTarget.open)}
    >
      <summary>
        <h3>{queue.name}</h3>
        <span>{t(`queueSettings.choice.${queue.acceptance}`)}</span>
      </summary>
      <QueueForm queue={queue} />
      {opened && (
        <Suspense fallback={<Loading what={queue.name} rows={5} />}>
          <Promises queue={queue.name} />
        </Suspense>
      )}
    </details>
  )
}
