import { type Assignment, handleSeconds } from './use-my-work'

const COLUMNS: readonly [string, (it: Assignment) => string | number | null | undefined][] = [
  ['assignmentId', (it) => it.id],
  ['taskId', (it) => it.taskId],
  ['title', (it) => it.task.title],
  ['priority', (it) => it.task.priority],
  ['queue', (it) => it.task.queue],
  ['category', (it) => it.task.category],
  ['outcome', (it) => it.state],
  ['comment', (it) => it.comment],
  ['assignedAt', (it) => it.assignedAt],
  ['startedAt', (it) => it.startedAt],
  ['closedAt', (it) => it.closedAt],
  ['durationSeconds', (it) => Math.round(handleSeconds(it) ?? 0)],
]

/** As RFC 4180 has it; times are UTC. */
export function asCsv(assignments: readonly Assignment[]): string {
  const rows = [
    COLUMNS.map(([name]) => name),
    ...assignments.map((it) => COLUMNS.map(([, value]) => value(it))),
  ]
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

function field(value: string | number | null | undefined): string {
  if (value == null) return ''
  if (typeof value === 'number') return String(value)
  // a spreadsheet would run what begins like a formula
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** With the mark by which spreadsheets know UTF-8. */
export function download(name: string, csv: string): void {
  const address = URL.createObjectURL(new Blob(['\ufeff', csv], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
