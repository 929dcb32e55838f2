import { Button, Skeleton } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { isProblem } from '@/lib/api/problem'
import { t } from '@/lib/text'
import classes from './panel.module.css'
import { toast } from './toast'

const PATIENCE = 150

/** Says what will be here, and offers the one next step. */
export function Empty({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) {
  return (
    <div className={classes['note']}>
      <strong>{title}</strong>
      {hint && <p>{hint}</p>}
      {action}
    </div>
  )
}

/** What happened, what to do, and the reference that leads to the lines of the log. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const problem = isProblem(error) ? error : undefined
  const away = problem?.status === 0
  const reference = problem?.traceId
  return (
    <div className={classes['note']} role="alert">
      <strong>{away ? t('panel.offline') : t('panel.failed')}</strong>
      <p>{away ? t('panel.offline.hint') : (problem?.message ?? String(error))}</p>
      {retry && (
        <Button variant="default" onClick={retry}>
          {t('panel.retry')}
        </Button>
      )}
      {reference && (
        <Button
          variant="subtle"
          size="compact-xs"
          color="gray"
          className={classes['reference'] ?? ''}
          aria-label={t('panel.copyReference')}
          onClick={() => void navigator.clipboard.writeText(reference).then(() => toast(t('toast.copied')))}
        >
          {t('panel.reference', { id: reference })}
        </Button>
      )}
    </div>
  )
}

/** The shape of what is coming, once it takes longer than a blink. */
export function Loading({ what, rows = 3, height = 16 }: { what: string; rows?: number; height?: number }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={classes['skeleton']} role="status" aria-label={t('panel.loading', { what })}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all the same
        <Skeleton key={row} height={height} visible={late} animate={late} opacity={late ? 1 : 0} />
      ))}
    </div>
  )
}
