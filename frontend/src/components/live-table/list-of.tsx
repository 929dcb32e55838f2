import { type ReactNode, useCallback } from 'react'
import { Failure, Loading } from '@/components/states'
import { Age } from '@/components/time'
import { t } from '@/lib/text'
import { LiveTable } from './live-table'
import classes from './live-table.module.css'
import type { LiveTableProps } from './types'

/** Of an infinite query, what the list needs. */
interface Query<T> {
  data: readonly T[] | undefined
  error: unknown
  dataUpdatedAt: number
  isPlaceholderData: boolean
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
  refetch: () => unknown
}

interface ListOfProps<T> extends Omit<LiveTableProps<T>, 'rows' | 'onEnd' | 'isAnswered'> {
  query: Query<T>
  /** Shown when there is not one row. */
  empty: ReactNode
}

/** The list that a page is made of, in all its states. A failure never takes away the rows that were there before. */
export function ListOf<T>({ query, empty, footer, ...table }: ListOfProps<T>) {
  const { data, error, refetch, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  if (data === undefined) {
    return (
      <div className={classes['still']}>
        {error === null ? (
          <Loading what={table.label} rows={12} height={20} />
        ) : (
          <Failure error={error} retry={() => void refetch()} />
        )}
      </div>
    )
  }
  // what was found under the last filter says nothing about this one
  if (data.length === 0 && !isPlaceholderData) return <div className={classes['still']}>{empty}</div>
  return (
    <LiveTable
      {...table}
      isAnswered={!isPlaceholderData}
      rows={data}
      onEnd={more}
      footer={
        <>
          {footer}
          <span className={error === null ? undefined : classes['stale']}>
            {t(error === null ? 'list.asOf' : 'list.stale')} <Age since={query.dataUpdatedAt} ago />
          </span>
        </>
      }
    />
  )
}
