import { type ComponentProps, useId } from 'react'
import classes from './text-area.module.css'

interface TextAreaProps extends ComponentProps<'textarea'> {
  label: string
  hint?: string | undefined
  /** What is wrong with the text. */
  fault?: string | undefined
}

/** A text of several lines, which grows with what is written. */
export function TextArea({ label, hint, fault, required, ...field }: TextAreaProps) {
  const id = useId()
  const said = [hint !== undefined && `${id}hint`, fault !== undefined && `${id}fault`].filter(Boolean)
  return (
    <div className={classes['field']}>
      <label htmlFor={id}>
        {label}
        {required && <span aria-hidden> *</span>}
      </label>
      {hint !== undefined && (
        <p className={classes['hint']} id={`${id}hint`}>
          {hint}
        </p>
      )}
      <textarea
        id={id}
        className={classes['text']}
        aria-required={required}
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={said.length > 0 ? said.join(' ') : undefined}
        {...field}
      />
      {fault !== undefined && (
        <p className={classes['fault']} id={`${id}fault`}>
          {fault}
        </p>
      )}
    </div>
  )
}
