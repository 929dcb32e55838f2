import type { ReactNode } from 'react'
import { t } from '@/lib/text'
import classes from './overview.module.css'

/** A table that scrolls within its panel, by keys as well. */
export function TableFrame({ what, tall, children }: { what: string; tall?: boolean; children: ReactNode }) {
  return (
    <section
      className={classes[tall ? 'tall' : 'scroll']}
      aria-label={t('overview.tableOf', { what })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys
      tabIndex={0}
    >
      {children}
    </section>
  )
}
