import { TextInput } from '@mantine/core'
import { type RefObject, useRef, useState } from 'react'

const PAUSE = 250

interface SearchFieldProps {
  label: string
  text: string
  /** Called when somebody pauses. */
  change: (text: string) => void
  input?: RefObject<HTMLInputElement | null>
}

/** Some letters that a list is filtered by. */
export function SearchField({ label, text, change, input }: SearchFieldProps) {
  const [typed, setTyped] = useState(text)
  const [shown, setShown] = useState(text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // the address changed by itself: another link, or cleared
  if (shown !== text) {
    setShown(text)
    if (text !== typed.trim()) setTyped(text)
  }
  return (
    <TextInput
      {...(input && { ref: input })}
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => {
        const { value } = event.currentTarget
        setTyped(value)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => change(value.trim()), PAUSE)
      }}
    />
  )
}
