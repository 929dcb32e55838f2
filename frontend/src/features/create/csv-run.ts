import { isProblem, type Problem } from '@/lib/api/problem'
import type { CheckedRow, NewTask } from './csv-check'
import type { CsvFile } from './csv-file'
import { sha256 } from './csv-file'

export interface Chunk {
  /** Says that a repeat is the same wish. */
  key: string
  parts: { line: number; task: NewTask }[]
}

const AT_ONCE = 500
const BYTES = 900_000
const ATTEMPTS = 6
const PAUSE = 1_000
const CLOCK_DIFFERENCE = 2_000

/**
 * Rows that go as they stand are grouped by where they are in the file, so that the same file always makes the same
 * groups, whatever else is mended meanwhile; mended rows go by themselves.
 */
export async function chunksOf(file: CsvFile, checked: readonly CheckedRow[]): Promise<Chunk[]> {
  const plain = new Map<number, Chunk['parts']>()
  const mended: Chunk['parts'] = []
  for (const [index, { task, row, fixed }] of checked.entries()) {
    if (task === undefined) continue
    const group = Math.floor(index / AT_ONCE)
    const parts = fixed ? mended : (plain.get(group) ?? [])
    parts.push({ line: row.line, task })
    if (!fixed) plain.set(group, parts)
  }
  const chunks = [...plain].flatMap(([group, parts]) =>
    bySize(parts).map((it, at) => ({ key: `csv-${file.hash}-${group}-${at}`, parts: it })),
  )
  for (const parts of bySize(mended)) {
    chunks.push({ key: `csv-${file.hash}-mended-${await sha256(JSON.stringify(parts))}`, parts })
  }
  return chunks
}

function bySize(parts: Chunk['parts']): Chunk['parts'][] {
  const groups: Chunk['parts'][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const part of parts) {
    const size = new TextEncoder().encode(JSON.stringify(part.task)).length + 1
    const last = groups.at(-1)
    if (last === undefined || bytes + size > BYTES || last.length === AT_ONCE) {
      groups.push([part])
      bytes = size
    } else {
      last.push(part)
      bytes += size
    }
  }
  return groups
}

export interface Refusal {
  line: number
  reason: string
}

export interface Outcome {
  created: number
  /** They were there: the same file was uploaded before. */
  before: number
  refused: Refusal[]
  /** Lines that were uploaded before, but read otherwise; nothing was done. */
  changed: { from: number; to: number; count: number }[]
  /** How many chunks are through. */
  chunks: number
  problem?: Problem
}

export const nothingYet: Outcome = { created: 0, before: 0, refused: [], changed: [], chunks: 0 }

interface Run {
  post: (chunk: Chunk) => Promise<string[]>
  told: (outcome: Outcome) => void
  signal: AbortSignal
  /** When it was begun, on the server's clock: what is older was there before. */
  begun: number
  /** For tests. */
  pause?: number
}

/** Creates chunk by chunk from where `outcome` stands, until all are through, it is stopped, or the server stays away. */
export async function runChunks(chunks: readonly Chunk[], from: Outcome, run: Run): Promise<Outcome> {
  const { problem: _, ...rest } = from
  let outcome: Outcome = rest
  for (const chunk of chunks.slice(from.chunks)) {
    if (run.signal.aborted) return outcome
    try {
      outcome = await runChunk(chunk, outcome, run)
    } catch (error) {
      if (!isProblem(error)) throw error
      outcome = { ...outcome, problem: error }
      run.told(outcome)
      return outcome
    }
    outcome = { ...outcome, chunks: outcome.chunks + 1 }
    run.told(outcome)
  }
  return outcome
}

async function runChunk(chunk: Chunk, outcome: Outcome, run: Run): Promise<Outcome> {
  let { parts } = chunk
  let refused: Refusal[] = []
  while (parts.length > 0) {
    try {
      const ids = await persist(() => run.post({ key: chunk.key, parts }), run)
      const before = ids.filter((it) => timeOf(it) < run.begun - CLOCK_DIFFERENCE).length
      return {
        ...outcome,
        created: outcome.created + ids.length - before,
        before: outcome.before + before,
        refused: [...outcome.refused, ...refused],
      }
    } catch (error) {
      if (isProblem(error, 'idempotency-key-reused'))
        return { ...outcome, changed: [...outcome.changed, span(chunk)] }
      const found = isProblem(error) ? refusals(error, parts) : []
      if (found.length === 0) throw error
      refused = [...refused, ...found]
      const lines = new Set(found.map((it) => it.line))
      parts = parts.filter((it) => !lines.has(it.line))
    }
  }
  return { ...outcome, refused: [...outcome.refused, ...refused] }
}

/** All or none is created, so the rows that the server names are left out and the others tried again. */
function refusals(problem: Problem, parts: Chunk['parts']): Refusal[] {
  return problem.errors.flatMap(({ pointer = '', message }) => {
    const part = parts[Number(/^\/tasks\/(\d+)(\/|$)/.exec(pointer)?.[1] ?? Number.NaN)]
    return part === undefined ? [] : [{ line: part.line, reason: message ?? problem.message }]
  })
}

function span(chunk: Chunk) {
  const lines = chunk.parts.map((it) => it.line)
  return { from: lines[0] ?? 0, to: lines.at(-1) ?? 0, count: lines.length }
}

/** What may pass by itself is sent again with the same key. */
async function persist<T>(send: () => Promise<T>, { signal, pause = PAUSE }: Run): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send()
    } catch (error) {
      const passes = isProblem(error) && (error.status === 0 || error.status === 429 || error.status >= 502)
      if (!passes || attempt === ATTEMPTS || signal.aborted) throw error
      const wait = error.retryAfter ?? pause * attempt
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}

/** Ids carry the time of their making (UUIDv7). */
export function timeOf(id: string): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16)
}
