import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { explain } from '@/lib/acting'
import classes from './desk.module.css'

interface PromptProps {
  label?: string
  title: string
  hint: ReactNode
  error: Error | null
  pending: boolean
  icon?: ReactNode
  action: string
  act: () => void
}

/** What holds for me now, and the one click that changes it. */
export function Prompt({ label, title, hint, error, pending, icon, action, act }: PromptProps) {
  return (
    <section className={classes['start']} aria-label={label ?? title}>
      <div>
        <strong>{title}</strong>
        <p>{hint}</p>
        {error !== null && <p role="alert">{explain(error)}</p>}
      </div>
      <Button size="md" leftSection={icon} loading={pending} onClick={act}>
        {action}
      </Button>
    </section>
  )
}
