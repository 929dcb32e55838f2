import { ActionIcon } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Info } from 'lucide-react'
import { Dropdown } from '@/components/dropdown'
import { t } from '@/lib/text'
import classes from './overview.module.css'

interface HowCountedProps {
  /** What is explained. */
  what: string
  children: string
  /** The rows behind the figure, in the grammar of the queue. */
  rows?: string
}

/** How a figure is counted, and where its rows are. */
export function HowCounted({ what, children, rows }: HowCountedProps) {
  const label = t('overview.how', { what })
  return (
    <Dropdown
      label={label}
      width={320}
      target={(props) => (
        <ActionIcon size={24} aria-label={label} {...props}>
          <Info size={14} aria-hidden />
        </ActionIcon>
      )}
    >
      <div className={classes['how']}>
        <strong>{what}</strong>
        <p>{children}</p>
        {rows !== undefined && <RowsLink query={rows}>{t('overview.rows')}</RowsLink>}
      </div>
    </Dropdown>
  )
}

/** To the tasks that are counted. */
export function RowsLink({ query, children }: { query: string; children: React.ReactNode }) {
  return (
    <Link to="/queue" search={{ q: query } as object}>
      {children}
    </Link>
  )
}
