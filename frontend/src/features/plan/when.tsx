import { TextInput } from '@mantine/core'
import type { FieldErrors } from '@/lib/api/field-errors'
import { t } from '@/lib/text'

interface WhenProps {
  of: 'weekly' | 'extra'
  index: number
  shift: { from: string; until: string }
  put: (change: { from?: string; until?: string }) => void
  errors: FieldErrors
}

/** When a shift begins and ends, by the clock on the wall. */
export function When({ of, index, shift, put, errors }: WhenProps) {
  const row = t(`schedule.${of}.row`, { n: index + 1 })
  return (
    <>
      {(['from', 'until'] as const).map((end) => (
        <TextInput
          key={end}
          type="time"
          required
          aria-label={t(`schedule.field.${end}`, { row })}
          value={shift[end]}
          error={errors.of(`${of}/${index}/${end}`)}
          onChange={(event) => put({ [end]: event.currentTarget.value })}
        />
      ))}
    </>
  )
}
