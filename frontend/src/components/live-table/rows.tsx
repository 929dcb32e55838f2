import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type ReactNode, type RefObject, useCallback, useEffect, useImperativeHandle } from 'react'
import type { Shown } from './hold'
import classes from './live-table.module.css'
import { Row } from './row'
import type { Column } from './types'

export interface RowsHandle {
  focus: (index: number) => void
}

interface RowsProps<T> {
  shown: readonly Shown<T>[]
  scroll: HTMLDivElement | null
  handle: RefObject<RowsHandle | null>
  height: number
  active: number
  columns: readonly Column<T>[]
  card: ((row: T) => ReactNode) | undefined
  name: (row: T) => string
  selected: ReadonlySet<string> | undefined
  current: string | undefined
  onSelect: (index: number, range: boolean) => void
  onActivate: (index: number) => void
  onOpen: ((row: T) => void) | undefined
  onEnd: (() => void) | undefined
}

const OVERSCAN = 8

/** Only the rows in sight are in the page. Apart from the rest, so that scrolling renders nothing else. */
function RowsOf<T>({
  shown,
  scroll,
  handle,
  height,
  active,
  selected,
  current,
  onEnd,
  ...row
}: RowsProps<T>) {
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroll,
    estimateSize: useCallback(() => height, [height]),
    overscan: OVERSCAN,
    scrollPaddingStart: row.card ? 0 : 32,
    // drawn with whatever else the frame brings; the overscan covers what was scrolled until then
    useFlushSync: false,
  })
  const items = virtual.getVirtualItems()
  const end = items.at(-1)?.index ?? -1

  // biome-ignore lint/correctness/useExhaustiveDependencies: another height makes all measurements void
  useEffect(() => {
    virtual.measure()
  }, [virtual, height])

  useEffect(() => {
    if (end >= 0 && end >= shown.length - 1 - OVERSCAN) onEnd?.()
  }, [end, shown.length, onEnd])

  useImperativeHandle(handle, () => ({
    focus(index) {
      virtual.scrollToIndex(index, { align: 'auto' })
      requestAnimationFrame(() =>
        scroll?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true }),
      )
    },
  }))

  return (
    <div role="rowgroup" className={classes['body']} style={{ height: virtual.getTotalSize() }}>
      {items.map((item) => {
        const one = shown[item.index]
        return (
          one && (
            <Row
              key={one.key}
              row={one.row}
              left={one.left}
              index={item.index}
              start={item.start}
              height={height}
              selectable={selected !== undefined}
              selected={selected?.has(one.key) ?? false}
              active={item.index === active}
              current={one.key === current}
              {...row}
            />
          )
        )
      })}
    </div>
  )
}

export const Rows = memo(RowsOf) as typeof RowsOf
