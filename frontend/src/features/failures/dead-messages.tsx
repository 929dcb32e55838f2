import { useCallback } from 'react'
import { type Column, ListOf } from '@/components/live-table'
import { Empty } from '@/components/states'
import { Age, Time } from '@/components/time'
import { t } from '@/lib/text'
import { useInspector } from '@/lib/url-state'
import classes from './failures.module.css'
import { type DeadLetter, useDeadLetters } from './use-dead-letters'

const rowKey = (letter: DeadLetter) => letter.id
const rowName = (letter: DeadLetter) => letter.reason

/** Messages that can never be applied. */
export function DeadMessages() {
  const query = useDeadLetters()
  const { inspected, inspect } = useInspector()
  const open = useCallback((letter: DeadLetter) => inspect('dead-letter', letter.id), [inspect])
  return (
    <ListOf
      query={query}
      empty={<Empty title={t('failures.none')} hint={t('failures.none.hint')} />}
      label={t('failures.deadLetters')}
      rowKey={rowKey}
      rowName={rowName}
      columns={columns()}
      card={card}
      onOpen={open}
      current={inspected?.kind === 'dead-letter' ? inspected.id : undefined}
    />
  )
}

function columns(): Column<DeadLetter>[] {
  return [
    { key: 'when', header: t('failures.when'), width: '132px', cell: (it) => <Time at={it.deadAt} /> },
    { key: 'code', header: t('failures.code'), width: '172px', cell: (it) => <code>{it.code}</code> },
    { key: 'source', header: t('failures.source'), width: '172px', cell: (it) => it.source },
    { key: 'reason', header: t('failures.reason'), width: 'minmax(240px, 1fr)', cell: (it) => it.reason },
  ]
}

function card(letter: DeadLetter) {
  return (
    <span className={classes['card']}>
      <span>
        <code>{letter.code}</code>
        <Age since={letter.deadAt} ago />
      </span>
      <span>{letter.reason}</span>
    </span>
  )
}
