import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { usePreference } from '@/lib/preferences'
import { t } from '@/lib/text'
import { age, shortTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import classes from './panel.module.css'
import { Failure, Loading } from './states'

type Query<T> = Pick<UseQueryResult<T>, 'data' | 'error' | 'dataUpdatedAt' | 'refetch'>

interface PanelProps<T> {
  title: string
  query: Query<T>
  children: (data: T) => ReactNode
  actions?: ReactNode
  /** What to show while loading; skeleton rows of the final shape. */
  loading?: ReactNode
  /** Shown instead of the children; decide by `isEmpty`. */
  empty?: ReactNode
  isEmpty?: (data: T) => boolean
}

const BANNER_AFTER = 30_000

/** One part of a page, in all its states. A failure stays within it, and never takes away what was there before. */
export function Panel<T>({ title, query, children, actions, loading, empty, isEmpty }: PanelProps<T>) {
  const heading = useId()
  const { data, error, dataUpdatedAt } = query
  return (
    <section className={classes['panel']} aria-labelledby={heading}>
      <header className={classes['head']}>
        <h2 className={classes['title']} id={heading}>
          {title}
        </h2>
        <div className={classes['actions']}>{actions}</div>
      </header>
      {data !== undefined && error !== null && <Stale since={dataUpdatedAt} />}
      <div className={classes['body']} data-stale={(data !== undefined && error !== null) || undefined}>
        {data !== undefined ? (
          isEmpty?.(data) ? (
            empty
          ) : (
            children(data)
          )
        ) : error !== null ? (
          <Failure error={error} retry={() => void query.refetch()} />
        ) : (
          (loading ?? <Loading what={title} />)
        )}
      </div>
    </section>
  )
}

/** Says how old the data is that the server no longer renews. */
export function Stale({ since }: { since: number }) {
  usePreference('zone')
  useNow(5_000)
  const elapsed = Date.now() - since
  const words = age(elapsed / 1000)
  return (
    <div className={classes['banner']} role="status">
      {elapsed > BANNER_AFTER
        ? t('panel.staleBanner', { age: words, time: shortTime(since, Date.now()) })
        : t('panel.stale', { age: words })}
    </div>
  )
}
