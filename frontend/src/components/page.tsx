import { type ReactNode, useEffect } from 'react'
import { t } from '@/lib/text'
import { titlePage } from '@/lib/title'
import classes from './page.module.css'

interface PageProps {
  title: string
  lead?: string
  actions?: ReactNode
  /** For pages whose list scrolls by itself. */
  fill?: boolean
  children: ReactNode
}

/** The body of every page, with its one h1 and the title of the window. */
export function Page({ title, lead, actions, fill, children }: PageProps) {
  useEffect(() => {
    titlePage(`${title} · ${t('app.name')}`)
  }, [title])
  return (
    <div className={classes['page']} data-fill={fill || undefined}>
      <div className={classes['head']}>
        <h1 className={classes['title']}>{title}</h1>
        {lead && <p className={classes['lead']}>{lead}</p>}
        {actions && <div className={classes['actions']}>{actions}</div>}
      </div>
      {children}
    </div>
  )
}
