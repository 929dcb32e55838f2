import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useCommand } from '@/lib/commands/registry'
import { listCommands } from './commands'
import type { Shown } from './hold'
import type { LiveTableProps } from './types'

interface Options<T> {
  shown: readonly Shown<T>[]
  selection: LiveTableProps<T>['selection']
  onOpen: ((row: T) => void) | undefined
  focus: (index: number) => void
  release: () => void
  /** How many rows a page key goes; asked only then, because it makes the browser lay the page out. */
  page: () => number
}

/** One row has the focus; keys move it, open it and select. The focus follows the row, not the place. */
export function useRowKeys<T>({ shown, selection, onOpen, focus, release, page }: Options<T>) {
  const [activeKey, setActiveKey] = useState<string | undefined>(undefined)
  const [anchor, setAnchor] = useState<string | undefined>(undefined)
  const found = activeKey === undefined ? -1 : shown.findIndex((it) => it.key === activeKey)
  const active = Math.max(found, 0)

  const move = (index: number) => {
    const target = Math.min(Math.max(index, 0), shown.length - 1)
    if (target < 0) return
    setActiveKey(shown[target]?.key)
    focus(target)
  }

  // the rows get functions that never change, so that one changed row renders nothing but itself
  const latest = useRef({ shown, selection, anchor })
  useLayoutEffect(() => {
    latest.current = { shown, selection, anchor }
  })
  const select = useCallback((index: number, range: boolean) => {
    const { shown, selection, anchor } = latest.current
    const one = shown[index]
    if (selection === undefined || one === undefined) return
    const keys = new Set(selection.keys)
    const from = range ? shown.findIndex((it) => it.key === anchor) : -1
    if (from >= 0) {
      for (const it of shown.slice(Math.min(from, index), Math.max(from, index) + 1)) keys.add(it.key)
    } else if (!keys.delete(one.key)) {
      keys.add(one.key)
    }
    setAnchor(one.key)
    selection.change(keys)
  }, [])
  const activate = useCallback((index: number) => setActiveKey(latest.current.shown[index]?.key), [])
  const open = () => {
    const row = shown[active]?.row
    if (row !== undefined && found >= 0) onOpen?.(row)
  }
  const all = () => {
    const keys = shown.filter((it) => !it.left).map((it) => it.key)
    selection?.change(keys.every((key) => selection.keys.has(key)) ? new Set() : new Set(keys))
  }

  useCommand(listCommands.down, () => move(found + 1))
  useCommand(listCommands.up, () => move(found < 0 ? 0 : found - 1))
  useCommand(listCommands.open, open, onOpen !== undefined)
  useCommand(listCommands.select, () => found >= 0 && select(found, false), selection !== undefined)
  useCommand(listCommands.selectAll, all, selection !== undefined)
  useCommand(listCommands.release, release)

  const targetOf = (key: string): number | undefined => {
    switch (key) {
      case 'ArrowDown':
        return active + 1
      case 'ArrowUp':
        return active - 1
      case 'PageDown':
        return active + page()
      case 'PageUp':
        return active - page()
      case 'Home':
        return 0
      case 'End':
        return shown.length - 1
      default:
        return undefined
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const target = targetOf(event.key)
    if (target !== undefined) {
      event.preventDefault()
      move(target)
    } else if (event.key === 'X' && event.shiftKey) {
      event.preventDefault()
      select(active, true)
    } else if (event.key === 'Escape' && selection !== undefined && selection.keys.size > 0) {
      event.preventDefault()
      selection.change(new Set())
    }
  }

  return { active, activate, select, all, onKeyDown }
}
