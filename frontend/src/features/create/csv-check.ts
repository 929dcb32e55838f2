import type { Schemas } from '@/lib/api/client'
import type { TextKey } from '@/lib/text'
import { dueOf } from '@/lib/wall-time'
import type { Columns, Field } from './csv-columns'
import type { CsvRow } from './csv-parse'
import { nearest } from './nearest'
import {
  estimateOf,
  LONGEST,
  lengthOf,
  onOneLine,
  PRIORITIES,
  type Priority,
  refusedCharacter,
} from './values'

export type NewTask = Schemas['TaskRequest']

/** Why a row makes no task. */
export interface Fault {
  line: number
  /** From 1, as people count; 0 is the row as a whole. */
  column: number
  field?: Field
  cause: Extract<TextKey, `create.fault.${string}`>
  values?: Record<string, string | number>
  /** What stands there. */
  found: string
  /** What could stand there instead. */
  fix?: string
}

export interface CheckedRow {
  row: CsvRow
  task?: NewTask
  faults: Fault[]
  /** A fix went into the task, so it is not what the file says. */
  fixed: boolean
}

export interface Rules {
  columns: Columns
  /** How many cells a row may have. */
  width: number
  /** For files without a column of priorities. */
  priority: Priority
  /** The names that there are; undefined while they are not known. */
  queues: readonly string[] | undefined
  skills: readonly string[] | undefined
  zone: string
  now: number
  /** Accepted fixes, by `fixKey`. */
  fixes: ReadonlyMap<string, string>
}

const WORDS: readonly [RegExp, Priority][] = [
  [/^(critical|highest|blocker|urgent|emergency|kritisch|dringend|sofort)$/, 'P1'],
  [/^(high|major|important|hoch|wichtig)$/, 'P2'],
  [/^(normal|medium|standard|moderate|mittel)$/, 'P3'],
  [/^(low|minor|niedrig|gering)$/, 'P4'],
  [/^(lowest|trivial|whenever|niedrigste|irgendwann)$/, 'P5'],
]

/** One fix serves all cells of a field where the same stands. */
export function fixKey(field: Field, found: string): string {
  return `${field}:${found}`
}

/** What a row says: a task, or everything that is wrong with it. */
export function checkRow(row: CsvRow, rules: Rules): CheckedRow {
  const faults: Fault[] = []
  if (row.broken) {
    return {
      row,
      faults: [{ line: row.line, column: 0, cause: 'create.fault.quote', found: row.raw }],
      fixed: false,
    }
  }
  const extra = row.cells.findIndex((it, column) => column >= rules.width && it.trim() !== '')
  if (extra !== -1) {
    faults.push({
      line: row.line,
      column: extra + 1,
      cause: 'create.fault.tooManyCells',
      values: { n: rules.width, found: row.cells.length },
      found: row.cells[extra] ?? '',
    })
  }

  let fixed = false
  const cell = (field: Field): string => {
    const column = rules.columns[field]
    const found = column === undefined ? '' : (row.cells[column] ?? '').trim()
    const fix = rules.fixes.get(fixKey(field, found))
    if (fix === undefined || column === undefined) return found
    fixed = true
    return fix
  }
  const blame = (field: Field, cause: Fault['cause'], more: Pick<Fault, 'values' | 'fix'> = {}) => {
    const column = rules.columns[field]
    const found = column === undefined ? '' : (row.cells[column] ?? '').trim()
    faults.push({ line: row.line, column: (column ?? -1) + 1, field, cause, found, ...more })
    return undefined
  }

  const title = readTitle(cell('title'), blame)
  const priority =
    rules.columns.priority === undefined ? rules.priority : readPriority(cell('priority'), blame)
  const queue = readQueue(cell('queue'), rules.queues, blame)
  const category = readLabel(cell('category'), blame)
  const requiredSkills = readSkills(cell('skills'), rules.skills, blame)
  const dueAt = readDue(cell('due'), rules, blame)
  const estimateSeconds = readEstimate(cell('estimate'), blame)
  const description = readDetails(cell('details'), blame)
  if (faults.length > 0 || title === undefined || priority === undefined) return { row, faults, fixed }
  const task: NewTask = {
    title,
    priority,
    ...(queue && { queue }),
    ...(category && { category }),
    ...(requiredSkills && requiredSkills.length > 0 && { requiredSkills }),
    ...(dueAt && { dueAt }),
    ...(estimateSeconds && { estimateSeconds }),
    ...(description && { description }),
  }
  return { row, task, faults, fixed }
}

type Blame = (field: Field, cause: Fault['cause'], more?: Pick<Fault, 'values' | 'fix'>) => undefined

function readTitle(text: string, blame: Blame) {
  if (text === '') return blame('title', 'create.fault.noTitle')
  if (refusedCharacter(text) !== undefined) {
    const fix = onOneLine(text)
    return blame('title', 'create.fault.character', fix === '' ? {} : { fix })
  }
  const length = lengthOf(text)
  return length > LONGEST.title
    ? blame('title', 'create.fault.titleLength', { values: { most: LONGEST.title, n: length } })
    : text
}

function readPriority(text: string, blame: Blame): Priority | undefined {
  if (text === '') return blame('priority', 'create.fault.noPriority', { fix: 'P3' })
  const number = /^(?:p|prio)?\s*([1-5])$/i.exec(text)?.[1]
  const priority = PRIORITIES.find((it) => it === `P${number}`)
  if (priority !== undefined) return priority
  const fix = WORDS.find(([word]) => word.test(text.toLowerCase()))?.[1]
  return blame('priority', 'create.fault.priority', fix === undefined ? {} : { fix })
}

function readQueue(text: string, known: readonly string[] | undefined, blame: Blame) {
  if (text === '' || known === undefined) return text
  const queue = known.find((it) => it.toLowerCase() === text.toLowerCase())
  if (queue !== undefined) return queue
  const fix = nearest(text, known)
  return blame('queue', 'create.fault.queue', fix === undefined ? {} : { fix })
}

function readLabel(text: string, blame: Blame) {
  if (refusedCharacter(text) !== undefined) {
    return blame('category', 'create.fault.character', { fix: onOneLine(text) })
  }
  const n = lengthOf(text)
  return n > LONGEST.category
    ? blame('category', 'create.fault.categoryLength', { values: { most: LONGEST.category, n } })
    : text
}

function readSkills(text: string, known: readonly string[] | undefined, blame: Blame) {
  const asked = text
    .split(/[,;|]/)
    .map((it) => it.trim())
    .filter((it) => it !== '')
  if (asked.length > LONGEST.skills) {
    return blame('skills', 'create.fault.skillCount', { values: { most: LONGEST.skills, n: asked.length } })
  }
  if (known === undefined) return [...new Set(asked)]
  const found = asked.map((name) => known.find((it) => it.toLowerCase() === name.toLowerCase()))
  const unknown = asked.filter((_, index) => found[index] === undefined)
  if (unknown.length > 0) {
    const fixed = asked.map((name, index) => found[index] ?? nearest(name, known))
    const fix = fixed.every((it) => it !== undefined) ? fixed.join('; ') : undefined
    return blame('skills', 'create.fault.skill', {
      values: { name: unknown.join(', ') },
      ...(fix !== undefined && { fix }),
    })
  }
  return [...new Set(found.filter((it) => it !== undefined))]
}

function readDue(text: string, rules: Rules, blame: Blame) {
  if (text === '') return undefined
  const due = dueOf(text, rules.zone)
  if (typeof due !== 'number') {
    return blame('due', `create.fault.due.${due.fault}`, due.fix === undefined ? {} : { fix: due.fix })
  }
  return due < rules.now ? blame('due', 'create.fault.due.past') : new Date(due).toISOString()
}

function readEstimate(text: string, blame: Blame) {
  if (text === '') return undefined
  const seconds = estimateOf(text)
  return typeof seconds === 'number' ? seconds : blame('estimate', `create.fault.estimate.${seconds}`)
}

function readDetails(text: string, blame: Blame) {
  if (refusedCharacter(text, true) !== undefined) return blame('details', 'create.fault.character')
  const n = lengthOf(text)
  return n > LONGEST.details
    ? blame('details', 'create.fault.detailsLength', { values: { most: LONGEST.details, n } })
    : text
}
