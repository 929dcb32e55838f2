import { Page } from '@/components/page'
import { Panel } from '@/components/panel'
import { Loading } from '@/components/states'
import { t } from '@/lib/text'
import { QueueForm } from './queue-form'
import classes from './queue-settings.module.css'
import { useQueues } from './use-queues'

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
          queues.map((queue) => (
            <details key={queue.name} className={classes['queue']} open={queues.length === 1}>
              <summary>
                <h3>{queue.name}</h3>
                <span>{t(`queueSettings.choice.${queue.acceptance}`)}</span>
              </summary>
              <QueueForm queue={queue} />
            </details>
          ))
        }
      </Panel>
    </Page>
  )
}
