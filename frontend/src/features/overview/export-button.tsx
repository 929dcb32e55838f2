import { ActionIcon } from '@mantine/core'
import { Download } from 'lucide-react'
import { type CsvCell, csvOf, download } from '@/lib/csv'
import { zone } from '@/lib/preferences'
import { t } from '@/lib/text'
import { exactTime } from '@/lib/time'

interface ExportButtonProps {
  what: string
  /** Of the file, without its end. */
  name: string
  /** What is shown and how it is counted. */
  notes: readonly string[]
  rows: () => readonly (readonly CsvCell[])[]
}

/** What is on the screen as a file, which says what it shows, when it was made and in which zone. */
export function ExportButton({ what, name, notes, rows }: ExportButtonProps) {
  const label = t('overview.export', { what })
  const save = () => {
    const made = t('overview.exported', { what, time: exactTime(Date.now()), zone: zone() })
    download(`warren-${name}.csv`, csvOf([made, ...notes], rows()))
  }
  return (
    <ActionIcon size={24} aria-label={label} title={label} onClick={save}>
      <Download size={14} aria-hidden />
    </ActionIcon>
  )
}
