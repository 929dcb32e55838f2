import type { Column } from '@/components/live-table'
import { prefer, usePreference } from '@/lib/preferences'

/** What can be shown of a task beside its priority and its title, in the order of the table. */
export const OPTIONAL = [
  'position',
  'queue',
  'skills',
  'state',
  'reason',
  'assignee',
  'since',
  'due',
  'promise',
  'attempts',
  'createdBy',
] as const
export type Optional = (typeof OPTIONAL)[number]

const DEFAULT: readonly Optional[] = OPTIONAL.filter((it) => it !== 'createdBy')

/** Reads `due,skills` of the address; undefined when it says nothing, or nothing that is known. */
export function parseColumns(value: unknown): readonly Optional[] | undefined {
  if (typeof value !== 'string') return undefined
  const named = value.split(',')
  const known = OPTIONAL.filter((it) => named.includes(it))
  return known.length > 0 || value === 'none' ? known : undefined
}

/** As it stands in the address. */
export function writeColumns(columns: readonly Optional[]): string {
  return columns.length === 0 ? 'none' : columns.join(',')
}

export interface ColumnChoice {
  shown: readonly Optional[]
  /** Somebody chose them; without a choice a narrow list leaves out what it has no room for. */
  chosen: boolean
  toggle: (column: Optional) => void
  reset: () => void
}

/** What a link says goes before what this device remembers. */
export function useColumnChoice(
  linked: string | undefined,
  change: (columns: string | undefined) => void,
): ColumnChoice {
  const kept = usePreference('queueColumns')
  const asked = parseColumns(linked) ?? parseColumns(kept)
  const shown = asked ?? DEFAULT
  const choose = (columns: string | undefined) => {
    prefer({ queueColumns: columns })
    change(columns)
  }
  return {
    shown,
    chosen: asked !== undefined,
    toggle: (column) => choose(writeColumns(OPTIONAL.filter((it) => (it === column) !== shown.includes(it)))),
    reset: () => choose(undefined),
  }
}

/** Those that are shown; what somebody chose stays, however narrow the list. */
export function chosenOf<T>(
  columns: readonly Column<T>[],
  shown: readonly Optional[],
  chosen: boolean,
): readonly Column<T>[] {
  const left = columns.filter(({ key }) => !isOptional(key) || shown.includes(key))
  return chosen ? left.map(({ spare: _, ...it }) => it) : left
}

export function isOptional(key: string): key is Optional {
  return (OPTIONAL as readonly string[]).includes(key)
}
