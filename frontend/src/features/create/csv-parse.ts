/** One record of a file. */
export interface CsvRow {
  /** Where it begins, from 1; a record with line breaks in quotes has several lines. */
  line: number
  cells: string[]
  /** As it stands in the file, without its line break. */
  raw: string
  /** The quotes do not end, or something stands behind them. Then the cells are a guess. */
  broken?: true
}

const SEPARATORS = [',', ';', '\t'] as const
const SAMPLE_ROWS = 20
const SAMPLE = 65_536

/** Reads RFC 4180, any line break, with or without a BOM. A broken quote spoils its own line and no other. */
export function* parseCsv(text: string, separator: string): Generator<CsvRow> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  let line = 1
  while (at < text.length) {
    const { cells, end, next, broken } = record(text, at, separator)
    if (cells.some((it) => it.trim() !== '')) {
      yield { line, cells, raw: text.slice(at, end), ...(broken && { broken }) }
    }
    line += text.slice(at, next).match(/\r\n|\n|\r/g)?.length ?? 0
    at = next
  }
}

/** The separator by which most of the first rows have the same number of cells. */
export function guessSeparator(text: string): string {
  const sample = text.slice(0, SAMPLE)
  const scores = SEPARATORS.map((separator) => {
    const widths: number[] = []
    for (const row of parseCsv(sample, separator)) {
      if (widths.push(row.cells.length) === SAMPLE_ROWS) break
    }
    const width = widths[0] ?? 1
    const alike = widths.filter((it) => it === width).length / Math.max(widths.length, 1)
    return width === 1 ? 0 : alike + width / 1_000
  })
  return SEPARATORS[scores.indexOf(Math.max(...scores))] ?? ','
}

/** Writes one record, with quotes where they are needed. */
export function writeRow(cells: readonly string[], separator: string): string {
  return cells
    .map((it) => (/["\r\n]/.test(it) || it.includes(separator) ? `"${it.replaceAll('"', '""')}"` : it))
    .join(separator)
}

interface Read {
  cells: string[]
  end: number
  next: number
  broken?: true
}

function record(text: string, start: number, separator: string): Read {
  const cells: string[] = []
  let at = start
  for (;;) {
    if (text[at] === '"') {
      const quoted = readQuoted(text, at)
      if (quoted === undefined || !endsCell(text, quoted.end, separator))
        return brokenLine(text, start, separator)
      cells.push(quoted.value)
      at = quoted.end
    } else {
      const from = at
      while (!endsCell(text, at, separator)) at += 1
      cells.push(text.slice(from, at))
    }
    if (text[at] !== separator) return { cells, end: at, next: afterBreak(text, at) }
    at += 1
  }
}

function readQuoted(text: string, at: number): { value: string; end: number } | undefined {
  let value = ''
  let from = at + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote === -1) return undefined
    value += text.slice(from, quote)
    if (text[quote + 1] !== '"') return { value, end: quote + 1 }
    value += '"'
    from = quote + 2
  }
}

function brokenLine(text: string, start: number, separator: string): Read {
  let end = start
  while (end < text.length && !isBreak(text[end])) end += 1
  return { cells: text.slice(start, end).split(separator), end, next: afterBreak(text, end), broken: true }
}

function endsCell(text: string, at: number, separator: string): boolean {
  return at >= text.length || text[at] === separator || isBreak(text[at])
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r'
}

function afterBreak(text: string, at: number): number {
  return at + (text.startsWith('\r\n', at) ? 2 : at < text.length ? 1 : 0)
}
