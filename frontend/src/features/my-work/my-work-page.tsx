import { Button } from '@mantine/core'
import { useCallback, useEffect } from 'react'
import { Arrivals } from '@/components/arrivals'
import { PriorityBadge, StateBadge } from '@/components/badges'
import { type Column, ListOf } from '@/components/live-table'
import { Page } from '@/components/page'
import { Empty } from '@/components/states'
import { Age, Time } from '@/components/time'
import { t } from '@/lib/text'
import { duration } from '@/lib/time'
import { useInspector } from '@/lib/url-state'
import { ExportButton } from './export-button'
import { FilterBar } from './filter-bar'
import { type Filters, isFiltered, NO_FILTERS, searched } from './filters'
import classes from './my-work.module.css'
import { type Assignment, handleSeconds, useMyWork } from './use-my-work'

const rowKey = (it: Assignment) => it.id
const rowName = (it: Assignment) => it.task.title

export default function MyWorkPage() {
  const { filters, change, query } = useMyWork()
  const { inspected, inspect } = useInspector()
  useEffect(() => () => searched.set({ text: undefined }), [])
  const open = useCallback((it: Assignment) => inspect('my-work', it.id), [inspect])
  return (
    <Page title={t('myWork.title')} actions={<ExportButton filters={filters} />} fill>
      <Arrivals />
      <FilterBar filters={filters} change={change} />
      {filters.text !== undefined && filters.from === undefined && (
        <p className={classes['hint']}>{t('myWork.text.window')}</p>
      )}
      <ListOf
        query={query}
        empty={<Nothing filters={filters} change={change} />}
        label={t('myWork.title')}
        question={JSON.stringify(filters)}
        rowKey={rowKey}
        rowName={rowName}
        columns={columns()}
        card={card}
        onOpen={open}
        current={inspected?.kind === 'my-work' ? inspected.id : undefined}
      />
    </Page>
  )
}

interface NothingProps {
  filters: Filters
  change: (filters: Filters) => void
}

function Nothing({ filters, change }: NothingProps) {
  if (!isFiltered(filters)) return <Empty title={t('myWork.none')} hint={t('myWork.none.hint')} />
  return (
    <Empty
      title={t('myWork.noMatch', { filters: inWords(filters) })}
      hint={t('myWork.noMatch.hint')}
      action={
        <Button variant="default" onClick={() => change(NO_FILTERS)}>
          {t('myWork.clear')}
        </Button>
      }
    />
  )
}

function inWords({ outcome, from, to, text }: Filters): string {
  return [
    outcome && t(`state.${outcome}`),
    from && `${t('myWork.from')} ${from}`,
    to && `${t('myWork.to')} ${to}`,
    text && `“${text}”`,
  ]
    .filter(Boolean)
    .join(', ')
}

function columns(): Column<Assignment>[] {
  return [
    {
      key: 'at',
      header: t('myWork.at'),
      width: '132px',
      cell: (it) => it.closedAt && <Time at={it.closedAt} />,
    },
    {
      key: 'outcome',
      header: t('myWork.outcome'),
      width: '120px',
      cell: (it) => <StateBadge state={it.state} />,
    },
    {
      key: 'priority',
      header: t('myWork.priority'),
      width: '72px',
      cell: (it) => <PriorityBadge priority={it.task.priority} />,
    },
    { key: 'task', header: t('myWork.task'), width: 'minmax(200px, 1fr)', cell: (it) => it.task.title },
    {
      key: 'duration',
      header: t('myWork.duration'),
      width: '110px',
      align: 'end',
      cell: (it) => inDuration(it),
    },
    { key: 'comment', header: t('myWork.comment'), width: 'minmax(200px, 1fr)', cell: (it) => it.comment },
  ]
}

function inDuration(it: Assignment): string {
  const seconds = handleSeconds(it)
  return seconds === undefined ? '' : duration(seconds)
}

function card(it: Assignment) {
  return (
    <span className={classes['card']}>
      <span>
        <PriorityBadge priority={it.task.priority} />
        <span className={classes['title']}>{it.task.title}</span>
      </span>
      <span>
        <StateBadge state={it.state} />
        <span>{inDuration(it)}</span>
        {it.closedAt && <Age since={it.closedAt} ago />}
      </span>
    </span>
  )
}
