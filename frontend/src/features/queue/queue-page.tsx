import { Button } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import { ListOf, type Sort } from '@/components/live-table'
import { Page } from '@/components/page'
import { Empty } from '@/components/states'
import { isProblem } from '@/lib/api/problem'
import { useReceived } from '@/lib/live/hooks'
import { useStore } from '@/lib/store'
import { t } from '@/lib/text'
import { useInspector, useUrlState } from '@/lib/url-state'
import { Chips, filterInWords } from './chips'
import { chosenOf, useColumnChoice, writeColumns } from './column-choice'
import { ColumnMenu } from './column-menu'
import { cardOf, columnsOf } from './columns'
import { Facets, useFacets } from './facets'
import { FilterBox, inWords } from './filter-box'
import { type Filter, parseFilter, withTerm } from './grammar'
import { LongestWait } from './longest-wait'
import classes from './queue.module.css'
import type { Row } from './rows'
import { SavedViews } from './saved-views'
import { SelectionBar } from './selection-bar'
import { useAim } from './use-aim'
import { usePeople } from './use-known'
import { hasOrder, MOST, type Order, useRows } from './use-rows'
import { useIsAdmin, useLook } from './use-task'
import { useTaskCommands } from './use-task-commands'
import { work } from './work'

const ORDERS: readonly Order[] = ['queue', 'priority', 'createdAt', '-createdAt']
const address = {
  parse: (value: unknown): { q: string; sort: Order | undefined; columns: string | undefined } => {
    const { q, sort, columns } = value as { q?: unknown; sort?: unknown; columns?: unknown }
    return {
      q: typeof q === 'string' ? q : q == null ? '' : `${q}`,
      sort: ORDERS.find((it) => it === sort),
      columns: typeof columns === 'string' ? columns : undefined,
    }
  },
}
const rowKey = (row: Row) => row.id
const rowName = (row: Row) => row.title

/** Every task, first those that wait, in exactly the order in which they will be given out. */
export default function QueuePage() {
  const [{ q, sort, columns: linked }, setAddress] = useUrlState(address)
  const parsed = useMemo(() => parseFilter(q), [q])
  const { filter } = parsed
  const who = usePerson(filter)
  const natural = naturalOrder(filter)
  const order = sort === undefined || (sort === 'queue' && natural !== 'queue') ? natural : sort
  const ready = parsed.faults.length === 0 && who.fault === undefined && !who.pending
  const list = useRows({ filter, order, assignee: who.id }, ready)
  const facets = useFacets(filter, who.id, ready)
  const admin = useIsAdmin()
  const look = useLook()
  const { inspected } = useInspector()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const asking = useStore(work, (it) => it.asking)
  const events = useReceived()
  const { targets, aim, listAims } = useAim(list.rows, selected)
  useTaskCommands(targets, listAims || inspected?.kind !== 'task')

  const change = useCallback((text: string) => setAddress({ q: text }), [setAddress])
  const openView = (query: string) => {
    const view = new URLSearchParams(query)
    setAddress(address.parse(Object.fromEntries(view)), 'push')
  }
  const open = useCallback((row: Row) => look(row.id), [look])
  const inOrder = order === 'queue'
  const all = useMemo(() => columnsOf(inOrder), [inOrder])
  const choice = useColumnChoice(linked, (columns) => setAddress({ columns }))
  const { shown, chosen } = choice
  const columns = useMemo(() => chosenOf(all, shown, chosen), [all, shown, chosen])
  const present = useMemo(() => list.rows.filter((it) => selected.has(it.id)), [list.rows, selected])
  const fault = parsed.faults[0] ? inWords(parsed.faults[0]) : (who.fault ?? faultOf(list.error))
  const total = facets.data?.total
  const view = new URLSearchParams({
    ...(q && { q }),
    ...(sort && { sort }),
    ...(chosen && { columns: writeColumns(shown) }),
  }).toString()

  return (
    <Page
      title={t('queue.title')}
      lead={inOrder ? t('queue.lead', { queue: filter.queue ?? 'default' }) : t('queue.lead.tasks')}
      actions={
        <>
          <ColumnMenu columns={all} choice={choice} />
          <SavedViews query={view} open={openView} />
        </>
      }
      fill
    >
      <div className={classes['controls']}>
        <FilterBox value={q} change={change} fault={fault} />
        <Chips q={q} change={change} />
        {facets.data && <Facets q={q} filter={filter} counts={facets.data} change={change} />}
        {inOrder && <LongestWait queue={filter.queue ?? 'default'} />}
      </div>
      {admin && present.length > 0 && <SelectionBar rows={present} clear={() => setSelected(new Set())} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: notices which row has the focus */}
      <div
        className={classes['list']}
        hidden={fault !== undefined && list.data === undefined}
        onFocus={aim.onFocus}
        onBlur={aim.onBlur}
      >
        <ListOf
          query={list}
          empty={<Nothing q={q} filter={filter} others={othersOf(facets.data?.byStatus)} change={change} />}
          label={t('queue.tasks')}
          question={`${q} ${order}`}
          rowKey={rowKey}
          rowName={rowName}
          columns={columns}
          card={cardOf}
          {...(total !== undefined && { total: Math.max(total, list.rows.length) })}
          {...(admin && { selection: { keys: selected, change: setSelected } })}
          onOpen={open}
          current={inspected?.kind === 'task' ? inspected.id : undefined}
          busy={asking !== undefined}
          sort={{ by: sortOf(order), change: (by) => setAddress({ sort: orderOf(by, natural) }) }}
          footer={
            <>
              {list.rows.length >= MOST && <span>{t('queue.most', { n: MOST })}</span>}
              {events > 0 && <span>{t('live.received', { n: events })}</span>}
            </>
          }
        />
      </div>
    </Page>
  )
}

/** What waits comes as it will be given out; the end of other lists is what happened last. */
function naturalOrder(filter: Filter): Order {
  if (hasOrder(filter)) return 'queue'
  return filter.states.join() === 'QUEUED' ? 'priority' : '-createdAt'
}

function sortOf(order: Order): Sort {
  if (order === 'queue') return { key: 'position', descending: false }
  if (order === 'priority') return { key: 'priority', descending: false }
  return { key: 'since', descending: order === 'createdAt' }
}

/** Priority has one direction; the oldest have the greatest age. */
function orderOf({ key, descending }: Sort, natural: Order): Order | undefined {
  const order =
    key === 'position' ? 'queue' : key === 'priority' ? 'priority' : descending ? 'createdAt' : '-createdAt'
  return order === natural ? undefined : order
}

/** The person that `who:` names. */
function usePerson({ who }: Filter) {
  const named = who === undefined || who === 'none' ? undefined : who
  const { data, isFetching } = usePeople(named)
  if (named === undefined) return { id: undefined, fault: undefined, pending: false }
  const found = data?.find((it) => it.username.toLowerCase() === named.toLowerCase())
  return {
    id: found?.id,
    fault: found || isFetching || data === undefined ? undefined : t('queue.fault.who', { name: named }),
    pending: found === undefined,
  }
}

function faultOf(error: Error | null): string | undefined {
  return isProblem(error) && error.status >= 400 && error.status < 500 ? error.message : undefined
}

function othersOf(byStatus: Record<string, number> | undefined): number {
  return Object.values(byStatus ?? {}).reduce((sum, it) => sum + it, 0)
}

interface NothingProps {
  q: string
  filter: Filter
  others: number
  change: (q: string) => void
}

function Nothing({ q, filter, others, change }: NothingProps) {
  if (hasOrder(filter)) {
    return (
      <Empty
        title={t('queue.empty')}
        hint={t('queue.empty.hint', { n: others })}
        action={
          others > 0 && (
            <Button variant="default" onClick={() => change(withTerm(q, 'state', 'any'))}>
              {t('queue.empty.all')}
            </Button>
          )
        }
      />
    )
  }
  return (
    <Empty
      title={t('queue.none', { filter: filterInWords(q) })}
      {...(others > 0 && { hint: t('queue.none.hint', { n: others }) })}
      action={
        <span className={classes['emptyActions']}>
          {others > 0 && (
            <Button variant="default" onClick={() => change(withTerm(q, 'state', 'any'))}>
              {t('queue.none.all')}
            </Button>
          )}
          <Button variant="default" onClick={() => change('')}>
            {t('queue.filter.clear')}
          </Button>
        </span>
      }
    />
  )
}
