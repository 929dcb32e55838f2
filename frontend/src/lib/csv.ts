export type CsvCell = string | number | null | undefined

/** A text that a spreadsheet would run as a formula is made one again by a leading apostrophe. */
const FORMULA = /^[=+\-@\t\r]/

function cell(value: CsvCell): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** RFC 4180; the notes come first, each on a line of its own that begins with `#`. */
export function csvOf(notes: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [...notes.map((it) => [`# ${it}`]), ...rows].map((row) => row.map(cell).join(','))
  return `${lines.join('\r\n')}\r\n`
}

/** Hands the browser a file; the mark at its beginning tells spreadsheets that it is UTF-8. */
export function download(name: string, csv: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(['\ufeff', csv], { type: 'text/csv;charset=utf-8' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
