import { type ReactNode, useId, useState } from 'react'
import { StateBadge } from '@/components/badges'
import { Failure, Loading } from '@/components/states'
import { obstacleInWords } from '@/components/work/obstacle'
import { ReasonForm } from '@/components/work/reason-form'
import { t } from '@/lib/text'
import classes from './desk.module.css'
import type { Assignment } from './desk-data'
import { useReceivers } from './use-receivers'

type Goal = { workerId: string } | { queue: string }

interface TransferFormProps {
  assignment: Assignment
  draft: string
  send: (transfer: Goal & { reason: string }) => Promise<unknown>
  close: () => void
}

/** Hands a task to a person who is free for it, or to another queue; whoever cannot take it is shown with the reason. */
export function TransferForm({ assignment, draft, send, close }: TransferFormProps) {
  const { data, error, refetch } = useReceivers(assignment.id, true)
  const [chosen, choose] = useState('')
  const group = useId()
  const goals = new Map<string, Goal>([
    ...(data?.people ?? [])
      .filter((it) => it.free)
      .map(({ workerId }) => [`worker ${workerId}`, { workerId }] as const),
    ...(data?.queues ?? []).map((queue) => [`queue ${queue}`, { queue }] as const),
  ])
  const goal = goals.get(chosen)
  const choice = (key: string, children: ReactNode) => (
    <label key={key} data-off={!goals.has(key) || undefined}>
      <input
        type="radio"
        name={group}
        checked={key === chosen}
        disabled={!goals.has(key)}
        onChange={() => choose(key)}
      />
      {children}
    </label>
  )
  return (
    <ReasonForm
      name={t('desk.verb.transfer')}
      draft={draft}
      label={t('verb.transfer.reason')}
      hint={t('verb.transfer.hint')}
      submit={t('verb.transfer.submit')}
      fault={goal === undefined ? t('transfer.missing') : undefined}
      send={async (reason) => goal && send({ ...goal, reason })}
      close={close}
    >
      {data === undefined ? (
        error ? (
          <Failure error={error} retry={() => void refetch()} />
        ) : (
          <Loading what={t('transfer.people')} rows={3} height={44} />
        )
      ) : (
        <>
          <fieldset className={classes['receivers']}>
            <legend>{t('transfer.people')}</legend>
            {data.people.length === 0 && <p>{t('transfer.nobody')}</p>}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys */}
            <div tabIndex={0}>
              {data.people.map((it) =>
                choice(
                  `worker ${it.workerId}`,
                  <>
                    <strong>{it.displayName}</strong>
                    <StateBadge state={it.presence} />
                    <span>{it.obstacle ? obstacleInWords(it.obstacle) : t('transfer.free')}</span>
                  </>,
                ),
              )}
            </div>
          </fieldset>
          {data.queues.length > 0 && (
            <fieldset className={classes['receivers']}>
              <legend>{t('transfer.queues')}</legend>
              {data.queues.map((it) => choice(`queue ${it}`, <strong>{it}</strong>))}
            </fieldset>
          )}
        </>
      )}
    </ReasonForm>
  )
}
