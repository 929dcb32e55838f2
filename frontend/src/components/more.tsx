import { Button } from '@mantine/core'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { t } from '@/lib/text'

type Query = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>

/** Fetches the next page of a list, while there is one. */
export function More({ query }: { query: Query }) {
  if (!query.hasNextPage) return null
  return (
    <Button
      variant="default"
      m={12}
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {t('list.more')}
    </Button>
  )
}
