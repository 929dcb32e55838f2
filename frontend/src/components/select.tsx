import { useId } from 'react'
import classes from './select.module.css'

interface SelectProps {
  label: string
  /** The label is said, and not shown. */
  bare?: boolean
  value: string
  options: readonly (readonly [value: string, text: string])[]
  change: (value: string) => void
}

/** One of several, as the browser offers it. */
export function Select({ label, bare = false, value, options, change }: SelectProps) {
  const id = useId()
  return (
    <div className={classes['field']}>
      <label htmlFor={id} className={bare ? 'visually-hidden' : classes['label']}>
        {label}
      </label>
      <select
        id={id}
        className={classes['select']}
        value={value}
        onChange={(event) => change(event.currentTarget.value)}
      >
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
