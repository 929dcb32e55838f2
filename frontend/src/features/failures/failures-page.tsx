import { Page } from '@/components/page'
import { t } from '@/lib/text'
import { useUrlState } from '@/lib/url-state'
import { DeadMessages } from './dead-messages'
import { FailedTasks } from './failed-tasks'
import classes from './failures.module.css'

const KINDS = ['messages', 'tasks'] as const
const address = {
  parse: (value: unknown): { show: (typeof KINDS)[number] | undefined } => {
    const { show } = value as { show?: unknown }
    return { show: KINDS.find((it) => it === show) }
  },
}

/** What failed for good or for now: messages, and tasks. */
export default function FailuresPage() {
  const [{ show = 'messages' }, setAddress] = useUrlState(address)
  return (
    <Page title={t('failures.title')} lead={t(`failures.lead.${show}`)} fill>
      <fieldset className={classes['kinds']}>
        <legend className="visually-hidden">{t('failures.kind')}</legend>
        {KINDS.map((it) => (
          <label key={it}>
            <input type="radio" name="kind" checked={it === show} onChange={() => setAddress({ show: it })} />
            <span>{t(it === 'tasks' ? 'failures.tasks' : 'failures.deadLetters')}</span>
          </label>
        ))}
      </fieldset>
      {show === 'tasks' ? <FailedTasks /> : <DeadMessages />}
    </Page>
  )
}
