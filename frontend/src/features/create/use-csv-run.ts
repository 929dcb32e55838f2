import { useEffect, useRef, useState } from 'react'
import { api, ok } from '@/lib/api/client'
import { now } from '@/lib/clock'
import type { CheckedRow } from './csv-check'
import type { CsvFile } from './csv-file'
import { type Chunk, chunksOf, nothingYet, type Outcome, runChunks } from './csv-run'

interface Work {
  chunks: Chunk[]
  begun: number
}

const post = ({ key, parts }: Chunk) =>
  ok(
    api.POST('/api/v1/tasks/batch', {
      params: { header: { 'Idempotency-Key': key } },
      body: { tasks: parts.map((it) => it.task) },
    }),
  ).then((it) => it.ids)

/** Creates the good rows of a file, until done or stopped; continuing goes on where it stood. */
export function useCsvRun(setBusy: (busy: boolean) => void) {
  const [work, setWork] = useState<Work>()
  const [outcome, setOutcome] = useState<Outcome>(nothingYet)
  const [state, setState] = useState<'idle' | 'running' | 'stopping'>('idle')
  const stopper = useRef<AbortController>(undefined)

  useEffect(() => () => stopper.current?.abort(), [])
  useEffect(() => {
    if (state === 'idle') return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [state])

  const run = async (on: Work, from: Outcome) => {
    stopper.current = new AbortController()
    setState('running')
    setBusy(true)
    try {
      const { signal } = stopper.current
      setOutcome(await runChunks(on.chunks, from, { post, told: setOutcome, signal, begun: on.begun }))
    } finally {
      setState('idle')
      setBusy(false)
    }
  }

  return {
    state,
    outcome,
    work,
    start: async (file: CsvFile, checked: readonly CheckedRow[]) => {
      const begun = { chunks: await chunksOf(file, checked), begun: now() }
      setWork(begun)
      await run(begun, nothingYet)
    },
    proceed: () => (work === undefined ? Promise.resolve() : run(work, outcome)),
    stop: () => {
      setState('stopping')
      stopper.current?.abort()
    },
  }
}

export type CsvRunning = ReturnType<typeof useCsvRun>
