import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { explain, requireConnection } from '@/lib/acting'
import { useDraft } from '@/lib/drafts'
import { t } from '@/lib/text'
import { isVisible } from '@/lib/visible'
import { TextArea } from '../text-area'
import classes from './work.module.css'

interface ReasonFormProps {
  /** What the form is called by a screen reader. */
  name: string
  /** Under which the text is kept until it has arrived. */
  draft: string
  label: string
  hint?: string
  submit: string
  longest?: number
  /** What is still missing beside the reason. */
  fault?: string | undefined
  send: (reason: string) => Promise<unknown>
  close: () => void
  /** What is asked beside the reason. */
  children?: ReactNode
}

const LONGEST_REASON = 500

/** Asks for a reason before something is done. Nothing shows as done before the server says so; what was typed is kept. */
export function ReasonForm({
  name,
  draft,
  label,
  hint,
  submit,
  longest = LONGEST_REASON,
  fault,
  send,
  close,
  children,
}: ReasonFormProps) {
  const [reason, setReason] = useDraft(draft)
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const sending = useMutation({
    mutationFn: async () => {
      requireConnection()
      await send(reason.trim())
    },
    onSuccess: () => {
      setReason('')
      close()
    },
  })
  const missing = !isVisible(reason)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (missing) field.current?.focus()
    else if (fault === undefined && !sending.isPending) sending.mutate()
  }
  return (
    <form className={classes['form']} onSubmit={onSubmit} aria-label={name} noValidate>
      {children}
      <TextArea
        ref={field}
        label={label}
        hint={hint}
        required
        rows={2}
        maxLength={longest}
        value={reason}
        readOnly={sending.isPending}
        fault={asked && missing ? t('work.reason.missing') : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {asked && !missing && fault !== undefined && (
        <p className={classes['fault']} role="alert">
          {fault}
        </p>
      )}
      {sending.error !== null && (
        <p className={classes['fault']} role="alert">
          {explain(sending.error)}
        </p>
      )}
      <div className={classes['buttons']}>
        <Button type="submit" size="sm" loading={sending.isPending}>
          {submit}
        </Button>
        <Button variant="default" size="sm" onClick={close}>
          {t('work.close')}
        </Button>
      </div>
    </form>
  )
}
