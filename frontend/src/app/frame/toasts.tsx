import { Button, CloseButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { dismiss, type Toast, toasts } from '@/components/toast'
import { useStore } from '@/lib/store'
import { t } from '@/lib/text'
import classes from './toasts.module.css'

export function Toasts() {
  const list = useStore(toasts, (it) => it.list)
  return (
    <section className={classes['stack']} aria-live="polite" aria-label={t('bell.label')}>
      {list.map((toast) => (
        <One key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function One({ toast }: { toast: Toast }) {
  const [paused, setPaused] = useState(false)
  useEffect(() => {
    if (paused) return
    const timer = setTimeout(() => dismiss(toast.id), toast.lasts)
    return () => clearTimeout(timer)
  }, [paused, toast.id, toast.lasts])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: whoever reads it gets the time for that
    <div
      className={classes['toast']}
      data-tone={toast.tone}
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
    >
      <span className={classes['text']}>{toast.text}</span>
      {toast.action && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            toast.action?.run()
            dismiss(toast.id)
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <CloseButton size={24} aria-label={t('toast.close')} onClick={() => dismiss(toast.id)} />
    </div>
  )
}
