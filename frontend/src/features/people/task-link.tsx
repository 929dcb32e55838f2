import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** Opens a task beside the page. In a grid the row has the focus, so that the link is not a stop of its own. */
export function TaskLink({ id, inGrid, children }: { id: string; inGrid?: boolean; children: ReactNode }) {
  return (
    <Link
      to="."
      search={(now: object) => ({ ...now, inspect: `task:${id}` })}
      resetScroll={false}
      {...(inGrid && { tabIndex: -1 })}
    >
      {children}
    </Link>
  )
}
