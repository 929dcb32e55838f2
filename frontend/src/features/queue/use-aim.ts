import { type FocusEvent, useEffect, useMemo, useState } from 'react'
import type { Row } from './rows'
import { work } from './work'

/** What the keys act on: the selected rows, else the one that has the focus. */
export function useAim(rows: readonly Row[], selected: ReadonlySet<string>) {
  const [focused, setFocused] = useState<Row | undefined>(undefined)
  const targets = useMemo(() => {
    const chosen = rows.filter((it) => selected.has(it.id))
    if (chosen.length > 0) return chosen
    const row = rows.find((it) => it.id === focused?.id) ?? focused
    return row ? [row] : []
  }, [rows, selected, focused])
  const listAims = targets.length > 0

  useEffect(() => {
    work.set({ listAims })
    return () => work.set({ listAims: false })
  }, [listAims])

  const aim = {
    onFocus: ({ target }: FocusEvent) => {
      const id = target.closest('[role=row]')?.querySelector<HTMLElement>('[data-task]')?.dataset['task']
      setFocused(rows.find((it) => it.id === id))
    },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) setFocused(undefined)
    },
  }
  return { targets, aim, listAims }
}
