import { describe, expect, it } from 'vitest'
import { Problem } from '@/lib/api/problem'
import { type CheckedRow, fixKey, type Rules } from './csv-check'
import { checkRows, fileOf, readFile } from './csv-file'
import { type Chunk, chunksOf, nothingYet, type Outcome, runChunks } from './csv-run'
import { NOW, rules } from './csv-testing'

const never = new AbortController().signal

/** 10 000 rows of which 188 are bad, each at a known line for a known cause. */
const KINDS: readonly [row: string, cause: string][] = [
  [',P1,,,,,,', 'noTitle'],
  [`${'long '.repeat(41)},P1,,,,,,`, 'titleLength'],
  ['"two\r\nlines",P1,,,,,,', 'character'],
  ['Task,,,,,,,', 'noPriority'],
  ['Task,urgent,,,,,,', 'priority'],
  ['Task,P9,,,,,,', 'priority'],
  ['Task,P1,nowhere,,,,,', 'queue'],
  ['Task,P1,,,netwrk,,,', 'skill'],
  ['Task,P1,,,,tomorrow,,', 'due.unreadable'],
  ['Task,P1,,,,2027-13-01,,', 'due.noSuchDay'],
  ['Task,P1,,,,01/02/2027,,', 'due.ambiguous'],
  ['Task,P1,,,,2020-01-01,,', 'due.past'],
  ['Task,P1,,,,,long,', 'estimate.unreadable'],
  ['Task,P1,,,,,0,', 'estimate.outOfRange'],
  ['Task,P1,,,,,,,one,two', 'tooManyCells'],
  ['"Task,P1,,,,,,', 'quote'],
  ['"Task" again,P1,,,,,,', 'quote'],
]

function bigFile() {
  const lines = ['title,priority,queue,category,skills,due,estimate,details']
  const expected: { line: number; cause: string }[] = []
  let line = 2
  for (let row = 0; row < 10_000; row += 1) {
    const faulty = row % 53 === 5 && expected.length < 188
    const [text, cause] = KINDS[expected.length % KINDS.length] ?? ['', '']
    if (faulty) expected.push({ line, cause: `create.fault.${cause}` })
    const added = faulty ? text : `"Task ${row}, as ""planned""",P${(row % 5) + 1},default,,network,,30 min,`
    lines.push(added)
    line += added.split('\r\n').length
  }
  return { text: `\ufeff${lines.join('\r\n')}\r\n`, expected }
}

describe('a file of 10 000 rows with 188 faults', () => {
  it('has every bad row listed by line and cause, and all others good', async () => {
    const { text, expected } = bigFile()
    expect(expected).toHaveLength(188)
    const file = await readFile('big.csv', text, never)
    expect(file.separator).toBe(',')
    const checked = await checkRows(file.rows.slice(1), rules(), never)
    expect(checked).toHaveLength(10_000)
    expect(checked.filter((it) => it.task !== undefined)).toHaveLength(9_812)
    expect(checked.flatMap((it) => it.faults.map(({ line, cause }) => ({ line, cause })))).toEqual(expected)
  })

  it('gives the bad rows back as a file that has the same faults', async () => {
    const file = await readFile('big.csv', bigFile().text, never)
    const bad = (await checkRows(file.rows.slice(1), rules(), never)).filter((it) => it.task === undefined)
    const text = fileOf(bad, file.rows[0], file, { title: 'wrong', fault: (it) => it.faults[0]?.cause ?? '' })
    const again = await readFile('bad.csv', text, never)
    const checked = await checkRows(again.rows.slice(1), rules({ width: 9 }), never)
    expect(checked).toHaveLength(188)
    const causes = (all: CheckedRow[]) => all.map((it) => it.faults[0]?.cause)
    const kept = (it: string | undefined) => it !== 'create.fault.tooManyCells'
    expect(causes(checked).filter(kept)).toEqual(causes(bad).filter(kept))
  })

  it('lets the page live meanwhile, and stops when asked', async () => {
    const file = await readFile('big.csv', bigFile().text, never)
    const stop = new AbortController()
    stop.abort()
    const many = Array.from({ length: 20 }, () => file.rows).flat()
    await expect(checkRows(many, rules(), stop.signal)).rejects.toThrow()
  })
})

const idAt = (ms: number, n: number) =>
  `${ms
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})/, '$1-')}-7000-8000-${n.toString(16).padStart(12, '0')}`

/** A server that keeps its promise about keys. */
function serverAt(clock: { now: number }) {
  const answers = new Map<string, { content: string; ids: string[] }>()
  let made = 0
  const post = async ({ key, parts }: Chunk) => {
    const content = JSON.stringify(parts.map((it) => it.task))
    const before = answers.get(key)
    if (before && before.content !== content) throw new Problem(422, { code: 'idempotency-key-reused' })
    if (before) return before.ids
    made += parts.length
    const ids = parts.map((_, it) => idAt(clock.now, it))
    answers.set(key, { content, ids })
    return ids
  }
  return { post, made: () => made }
}

describe('creating', () => {
  const clock = { now: NOW }
  const prepared = async (change: Partial<Rules> = {}, text = bigFile().text) => {
    const file = await readFile('big.csv', text, never)
    return chunksOf(file, await checkRows(file.rows.slice(1), rules(change), never))
  }
  const run = (chunks: Chunk[], post: (chunk: Chunk) => Promise<string[]>, from: Outcome = nothingYet) =>
    runChunks(chunks, from, { post, told: () => undefined, signal: never, begun: clock.now, pause: 0 })

  it('sends at most 500 at once, and creates nothing twice when the same file comes again', async () => {
    const server = serverAt(clock)
    const chunks = await prepared()
    expect(Math.max(...chunks.map((it) => it.parts.length))).toBeLessThanOrEqual(500)
    expect(await run(chunks, server.post)).toMatchObject({ created: 9_812, before: 0, chunks: chunks.length })
    clock.now += 60_000
    expect(await run(await prepared(), server.post)).toMatchObject({ created: 0, before: 9_812 })
    expect(server.made()).toBe(9_812)
  })

  it('creates only what was mended when the file comes again with fixes', async () => {
    const server = serverAt(clock)
    await run(await prepared(), server.post)
    clock.now += 60_000
    const fixes = new Map([[fixKey('priority', 'urgent'), 'P1']])
    const outcome = await run(await prepared({ fixes }), server.post)
    expect(outcome).toMatchObject({ created: 11, before: 9_812 })
  })

  it('says so when the same rows are read otherwise, and creates nothing', async () => {
    const server = serverAt(clock)
    await run(await prepared(), server.post)
    const outcome = await run(await prepared({ columns: { title: 0 }, priority: 'P1' }), server.post)
    expect(outcome.created).toBe(0)
    expect(outcome.changed.length).toBeGreaterThan(0)
    expect(server.made()).toBe(9_812)
  })

  it('leaves out the rows that the server refuses, and creates the others', async () => {
    const server = serverAt(clock)
    const chunks = await prepared({}, 'title,priority\na,P1\nb,P1\nc,P1')
    const outcome = await run(chunks, async (chunk) => {
      const at = chunk.parts.findIndex((it) => it.task.title === 'b')
      if (at === -1) return server.post(chunk)
      throw new Problem(400, {
        code: 'invalid-field',
        errors: [{ pointer: `/tasks/${at}/title`, message: 'must not be b' }],
      })
    })
    expect(outcome).toMatchObject({ created: 2, refused: [{ line: 3, reason: 'must not be b' }] })
  })

  it('sends again with the same key what may pass, and gives up where it goes on from', async () => {
    const server = serverAt(clock)
    const chunks = await prepared()
    let away = 2
    const keys: string[] = []
    const flaky = async (chunk: Chunk) => {
      keys.push(chunk.key)
      if (away > 0 && chunk.key === chunks[3]?.key) {
        away -= 1
        throw new Problem(503, { code: 'overloaded' })
      }
      return server.post(chunk)
    }
    expect(await run(chunks, flaky)).toMatchObject({ created: 9_812 })
    expect(keys.filter((it) => it === chunks[3]?.key)).toHaveLength(3)

    const second = serverAt(clock)
    away = 100
    const failing = await run(chunks, async (chunk) => {
      if (chunk.key === chunks[3]?.key && away > 0) throw new Problem(403, { code: 'forbidden' })
      return second.post(chunk)
    })
    expect(failing).toMatchObject({ chunks: 3, problem: { code: 'forbidden' } })
    away = 0
    const whole = await run(chunks, second.post, failing)
    expect(whole).toMatchObject({ created: 9_812, chunks: chunks.length })
    expect(whole.problem).toBeUndefined()
  })

  it('stops between two chunks', async () => {
    const server = serverAt(clock)
    const stop = new AbortController()
    const chunks = await prepared()
    const outcome = await runChunks(chunks, nothingYet, {
      post: server.post,
      told: (now) => now.chunks === 2 && stop.abort(),
      signal: stop.signal,
      begun: clock.now,
    })
    expect(outcome.chunks).toBe(2)
    expect(server.made()).toBe(outcome.created)
  })

  it('keeps a request below the largest body', async () => {
    const details = 'x'.repeat(9_000)
    const text = `title,priority,details\n${Array.from({ length: 300 }, (_, it) => `t${it},P1,${details}`).join('\n')}`
    const chunks = await prepared({ columns: { title: 0, priority: 1, details: 2 }, width: 3 }, text)
    expect(chunks.flatMap((it) => it.parts)).toHaveLength(300)
    for (const { parts } of chunks)
      expect(JSON.stringify(parts.map((it) => it.task)).length).toBeLessThan(1_000_000)
    expect(new Set(chunks.map((it) => it.key)).size).toBe(chunks.length)
  })
})
