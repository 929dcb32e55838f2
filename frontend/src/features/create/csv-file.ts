import { type CheckedRow, checkRow, type Rules } from './csv-check'
import { type CsvRow, guessSeparator, parseCsv, writeRow } from './csv-parse'

/** What was chosen, dropped or pasted. */
export interface CsvFile {
  name: string
  /** Of its text: the same file is the same wish, however often it is uploaded. */
  hash: string
  separator: string
  rows: CsvRow[]
}

const SLICE = 12

/** Goes through many in slices, so that the page stays alive in between. */
async function inSlices<T>(items: Iterable<T>, each: (item: T) => void, signal: AbortSignal): Promise<void> {
  let begun = performance.now()
  for (const item of items) {
    each(item)
    if (performance.now() - begun < SLICE) continue
    await new Promise((resolve) => setTimeout(resolve))
    signal.throwIfAborted()
    begun = performance.now()
  }
}

export async function readFile(
  name: string,
  text: string,
  signal: AbortSignal,
  separator = guessSeparator(text),
): Promise<CsvFile> {
  const rows: CsvRow[] = []
  await inSlices(parseCsv(text, separator), (row) => rows.push(row), signal)
  return { name, hash: await sha256(text), separator, rows }
}

export async function checkRows(
  rows: readonly CsvRow[],
  rules: Rules,
  signal: AbortSignal,
): Promise<CheckedRow[]> {
  const checked: CheckedRow[] = []
  await inSlices(rows, (row) => checked.push(checkRow(row, rules)), signal)
  return checked
}

export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (it) => it.toString(16).padStart(2, '0')).join('')
}

/** A file of only these rows, with the first line of the old one and what is wrong as a last column. */
export function fileOf(
  rows: readonly CheckedRow[],
  header: CsvRow | undefined,
  { separator }: CsvFile,
  words: { title: string; fault: (row: CheckedRow) => string },
): string {
  const lines = header ? [writeRow([...header.cells, words.title], separator)] : []
  for (const it of rows) {
    const width = header?.cells.length ?? it.row.cells.length
    const cells = [...it.row.cells, ...Array<string>(Math.max(width - it.row.cells.length, 0)).fill('')]
    lines.push(it.row.broken ? it.row.raw : writeRow([...cells, words.fault(it)], separator))
  }
  return `\ufeff${lines.join('\r\n')}\r\n`
}
