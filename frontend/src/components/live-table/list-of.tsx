import { type ReactNode, useCallback, useState } from 'react'
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

interface ListOfProps<T> extends Omit<LiveTableProps<T>, 'rows' | 'onEnd'> {
  query: Query<T>
  /** Shown when there is not one row. */
  empty: ReactNode
}

/** The list that a page is made of, in all its states. A failure never takes away the rows that were there before. */
export function ListOf<T>({ query, empty, footer, question = '', ...table }: ListOfProps<T>) {
  const { data, error, refetch, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  // until the answer is there, the rows are those of the last question
  const [answered, setAnswered] = useState(question)
  if (!isPlaceholderData && answered !== question) setAnswered(question)
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
      question={answered}
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
