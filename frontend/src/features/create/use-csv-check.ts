import { useEffect, useState } from 'react'
import { now } from '@/lib/clock'
import { zone } from '@/lib/preferences'
import { type CheckedRow, fixKey } from './csv-check'
import { type Columns, guessColumns } from './csv-columns'
import { type CsvFile, checkRows, readFile } from './csv-file'
import { useCatalogues } from './use-catalogues'
import type { Priority } from './values'

export interface Source {
  name: string
  text: string
}

export interface Settings {
  header: boolean
  columns: Columns
  /** For files without a column of priorities. */
  priority: Priority
}

const NO_FIXES: ReadonlyMap<string, string> = new Map()

/** Reads the source and checks its rows; again with each change of how they are to be read. */
export function useCsvCheck({ name, text }: Source) {
  const { queues, skills, settled } = useCatalogues()
  const [separator, setSeparator] = useState<string>()
  const [file, setFile] = useState<CsvFile>()
  const [settings, setSettings] = useState<Settings>()
  const [fixes, setFixes] = useState(NO_FIXES)
  const [checked, setChecked] = useState<CheckedRow[]>()

  useEffect(() => {
    const stop = new AbortController()
    readFile(name, text, stop.signal, separator)
      .then((read) => {
        setFile(read)
        setSettings({ ...guessColumns(read.rows[0]?.cells ?? []), priority: 'P3' })
        setFixes(NO_FIXES)
      })
      .catch(unless(stop.signal))
    return () => stop.abort()
  }, [name, text, separator])

  useEffect(() => {
    if (file === undefined || settings === undefined || !settled) return
    const stop = new AbortController()
    const rules = {
      columns: settings.columns,
      priority: settings.priority,
      width: file.rows[0]?.cells.length ?? 0,
      queues,
      skills,
      zone: zone(),
      now: now(),
      fixes,
    }
    checkRows(settings.header ? file.rows.slice(1) : file.rows, rules, stop.signal)
      .then(setChecked)
      .catch(unless(stop.signal))
    return () => stop.abort()
  }, [file, settings, settled, queues, skills, fixes])

  return {
    file,
    settings,
    setSettings,
    setSeparator,
    checked,
    fixes,
    setFixes,
    /** Accepts what is offered, for all cells of the field where the same stands. */
    accept: (faults: readonly CheckedRow['faults'][number][]) => {
      const more = faults.flatMap(({ field, found, fix }) =>
        field !== undefined && fix !== undefined ? [[fixKey(field, found), fix] as const] : [],
      )
      setFixes(new Map([...fixes, ...more]))
    },
    takeBack: () => setFixes(NO_FIXES),
  }
}

export type CsvChecking = ReturnType<typeof useCsvCheck>

/** What was stopped ends silently. */
function unless(signal: AbortSignal) {
  return (error: unknown) => {
    if (!signal.aborted) throw error
  }
}
