import type { ReactNode } from 'react'

export interface Column<T> {
  key: string
  header: string
  cell: (row: T) => ReactNode
  /** Of the CSS grid: `72px`, `minmax(160px, 1fr)`. */
  width: string
  align?: 'end'
  /** A change of it is tinted for a moment. */
  value?: (row: T) => string | number | null | undefined
  /** The column can be sorted by. */
  sortable?: boolean
  /** Left out where there is no room for all, the greatest first; a column without it always shows. */
  spare?: number
}

export interface Sort {
  key: string
  descending: boolean
}

export interface LiveTableProps<T> {
  /** What the list is called by a screen reader. */
  label: string
  /** What was asked: filter and order. The answer to another question is shown at once, aim or not. */
  question?: string
  /** False while the rows still answer the question before. */
  isAnswered?: boolean
  /** In the order of the server; keep the identity of a row that did not change. */
  rows: readonly T[]
  /** Both must be stable functions, from outside the component. */
  rowKey: (row: T) => string
  rowName: (row: T) => string
  columns: readonly Column<T>[]
  /** The row on a phone, in two lines. */
  card: (row: T) => ReactNode
  /** How many there are in all, when not all are loaded. */
  total?: number
  /** Given, rows can be selected. */
  selection?: { keys: ReadonlySet<string>; change: (keys: ReadonlySet<string>) => void }
  onOpen?: (row: T) => void
  /** The key of the row that the inspector shows. */
  current?: string | undefined
  /** A menu or an edit is open: hold still. */
  busy?: boolean
  sort?: { by: Sort; change: (sort: Sort) => void }
  /** The end of the loaded rows comes into sight. */
  onEnd?: () => void
  /** Beside the number of rows: the age of the data, the last event. */
  footer?: ReactNode
}
