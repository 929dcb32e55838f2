import { TextInput } from '@mantine/core'
import { useId } from 'react'

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((it) => it !== 'UTC')]

interface ZoneFieldProps {
  label: string
  hint: string
  value: string
  error: string | undefined
  change: (zone: string) => void
}

/** An IANA zone; the known ones are offered while one types. */
export function ZoneField({ label, hint, value, error, change }: ZoneFieldProps) {
  const list = useId()
  return (
    <div>
      <TextInput
        label={label}
        description={hint}
        list={list}
        value={value}
        required
        autoComplete="off"
        maxLength={60}
        error={error}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <datalist id={list}>
        {ZONES.map((it) => (
          <option key={it} value={it} />
        ))}
      </datalist>
    </div>
  )
}
