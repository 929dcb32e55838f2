import { Button } from '@mantine/core'
import { useState } from 'react'
import { PriorityBadge } from '@/components/badges'
import { Page } from '@/components/page'
import { Panel } from '@/components/panel'
import { Empty, Loading } from '@/components/states'
import { Age } from '@/components/time'
import { AnswerHelp } from '@/components/work/answer-help'
import { explain } from '@/lib/acting'
import { useUser } from '@/lib/session/session'
import { t } from '@/lib/text'
import { useInspector } from '@/lib/url-state'
import classes from './coordination.module.css'
import { Disputes } from './disputes'
import { type Item, useCoordination, useDecided, useOfferAgain } from './use-coordination'

/** What does not move on by itself: each with what was said about it, and what can be decided. */
export default function CoordinationPage() {
  const query = useCoordination()
  return (
    <Page title={t('coordination.title')} lead={t('coordination.lead')}>
      <Panel
        title={t('coordination.tasks')}
        query={query}
        isEmpty={(it) => it.length === 0}
        empty={<Empty title={t('coordination.none')} hint={t('coordination.none.hint')} />}
        loading={<Loading what={t('coordination.tasks')} rows={3} height={96} />}
      >
        {(items) => (
          <ul className={classes['items']}>
            {items.map((item) => (
              <li key={item.taskId}>
                <OneItem item={item} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Disputes />
    </Page>
  )
}

function OneItem({ item }: { item: Item }) {
  const { taskId, title, priority, queue, reason, since, refusals } = item
  const { inspect } = useInspector()
  return (
    <article className={classes['item']} aria-label={title}>
      <header>
        <PriorityBadge priority={priority} />
        <h3>
          <button type="button" onClick={() => inspect('task', taskId)}>
            {title}
          </button>
        </h3>
        <span className={classes['dim']}>
          {queue} · <Age since={since} />
        </span>
      </header>
      <p>{t(`coordination.reason.${reason}`)}</p>
      {reason === 'HELP' && <blockquote>{item.sentence}</blockquote>}
      {refusals.length > 0 && (
        <ul className={classes['refusals']} aria-label={t('coordination.refusals')}>
          {refusals.map((it) => (
            <li key={`${it.workerId} ${it.at}`}>
              <strong>{it.displayName}</strong>{' '}
              {it.missed ? t('coordination.missed') : (it.reason ?? t('coordination.declined'))}{' '}
              <span className={classes['dim']}>
                <Age since={it.at} ago />
              </span>
            </li>
          ))}
        </ul>
      )}
      {reason === 'HELP' ? <Answer item={item} /> : <Decide item={item} />}
    </article>
  )
}

function Answer({ item: { taskId } }: { item: Item }) {
  const [open, setOpen] = useState(false)
  const decided = useDecided()
  return (
    <>
      <div className={classes['acts']}>
        <Button aria-expanded={open} variant={open ? 'default' : 'filled'} onClick={() => setOpen(!open)}>
          {t('work.answer')}
        </Button>
      </div>
      {open && <AnswerHelp taskId={taskId} close={() => setOpen(false)} answered={decided} />}
    </>
  )
}

function Decide({ item }: { item: Item }) {
  const admin = useUser()?.roles.includes('ADMIN') ?? false
  const { inspect } = useInspector()
  const { mutate, isPending, error } = useOfferAgain(item)
  if (!admin) return null
  return (
    <div className={classes['acts']}>
      <Button loading={isPending} onClick={() => mutate()}>
        {t('coordination.offerAgain')}
      </Button>
      <Button variant="default" onClick={() => inspect('task', item.taskId)}>
        {t('coordination.assign')}
      </Button>
      {error !== null && <p role="alert">{explain(error)}</p>}
    </div>
  )
}
