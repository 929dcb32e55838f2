import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Info, TriangleAlert } from 'lucide-react'
import { api, ok } from '@/lib/api/client'
import { t } from '@/lib/text'
import classes from './create.module.css'
import type { Draft } from './draft'

const PAUSE = 250
const EVERY = 10_000

/** Whom the task would find, before it exists. */
export function PreviewLine({ draft }: { draft: Draft }) {
  const asked = JSON.stringify({ priority: draft.priority, queue: draft.queue, requiredSkills: draft.skills })
  const [settled] = useDebouncedValue(asked, PAUSE)
  const { data, isError } = useQuery({
    queryKey: ['task-preview', settled],
    queryFn: ({ signal }) => ok(api.POST('/api/v1/tasks/preview', { body: JSON.parse(settled), signal })),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY,
  })
  const alone = data?.able === 0
  const Icon = alone || isError ? TriangleAlert : Info
  return (
    <p className={classes['preview']} data-warn={alone || undefined} aria-live="polite">
      {(data !== undefined || isError) && <Icon size={14} aria-hidden />}
      {isError ? (
        t('create.preview.away')
      ) : data === undefined ? null : alone ? (
        t('create.preview.nobody')
      ) : (
        <span>
          {t('create.preview.able', { n: data.able })}, {t('create.preview.free', { n: data.free })},{' '}
          {data.ahead === 0 ? t('create.preview.first') : t('create.preview.ahead', { n: data.ahead })}
        </span>
      )}
    </p>
  )
}
