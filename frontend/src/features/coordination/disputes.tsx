import { Button } from '@mantine/core'
import { useState } from 'react'
import { Said } from '@/components/dispute/said'
import { More } from '@/components/more'
import { Panel } from '@/components/panel'
import { Empty } from '@/components/states'
import { ReasonForm } from '@/components/work/reason-form'
import { t } from '@/lib/text'
import { useInspector } from '@/lib/url-state'
import classes from './coordination.module.css'
import { type Dispute, type State, useAnswer, useDisputes, useSentence } from './use-disputes'

const STATES: readonly State[] = ['OPEN', 'ANSWERED']
const LONGEST = 2_000

/** What people think was decided wrongly, and what they are answered. */
export function Disputes() {
  const [state, setState] = useState<State>('OPEN')
  const query = useDisputes(state)
  return (
    <Panel
      title={t('dispute.title')}
      query={query}
      isEmpty={(it) => it.length === 0}
      empty={<Empty title={t(state === 'OPEN' ? 'dispute.none' : 'dispute.none.answered')} />}
      actions={STATES.map((it) => (
        <Button
          key={it}
          size="compact-xs"
          variant={it === state ? 'filled' : 'default'}
          aria-pressed={it === state}
          onClick={() => setState(it)}
        >
          {t(`dispute.state.${it}`)}
        </Button>
      ))}
    >
      {(disputes) => (
        <>
          <ul className={classes['items']}>
            {disputes.map((it) => (
              <li key={it.id}>
                <OneDispute dispute={it} />
              </li>
            ))}
          </ul>
          <More query={query} />
        </>
      )}
    </Panel>
  )
}

function OneDispute({ dispute }: { dispute: Dispute }) {
  const { taskId, title, workerName, queue, answeredAt } = dispute
  const { inspect } = useInspector()
  const { data: sentence } = useSentence(dispute)
  return (
    <article className={classes['item']} aria-label={`${workerName}: ${title}`}>
      <header>
        <h3>
          <button type="button" onClick={() => inspect('task', taskId)}>
            {title}
          </button>
        </h3>
        <span className={classes['dim']}>
          {workerName} · {queue}
        </span>
      </header>
      {sentence !== undefined && (
        <p>{sentence === null ? t('dispute.decision.none') : t('dispute.decision', { sentence })}</p>
      )}
      <Said dispute={dispute} />
      {answeredAt == null && <Answer dispute={dispute} />}
    </article>
  )
}

function Answer({ dispute }: { dispute: Dispute }) {
  const [open, setOpen] = useState(false)
  const answer = useAnswer(dispute)
  return (
    <>
      <div className={classes['acts']}>
        <Button aria-expanded={open} variant={open ? 'default' : 'filled'} onClick={() => setOpen(!open)}>
          {t('work.answer')}
        </Button>
      </div>
      {open && (
        <ReasonForm
          name={t('work.answer')}
          draft={`dispute answer ${dispute.id}`}
          label={t('work.answer.text')}
          submit={t('work.answer.submit')}
          longest={LONGEST}
          close={() => setOpen(false)}
          send={answer}
        />
      )}
    </>
  )
}
