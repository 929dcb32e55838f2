import { type MouseEvent, memo, useState } from 'react'
import { t } from '@/lib/text'
import classes from './live-table.module.css'
import type { Column } from './types'

interface RowProps<T> {
  row: T
  left: boolean
  index: number
  start: number
  height: number
  columns: readonly Column<T>[]
  card: ((row: T) => React.ReactNode) | undefined
  name: (row: T) => string
  selectable: boolean
  selected: boolean
  active: boolean
  current: boolean
  onSelect: (index: number, range: boolean) => void
  onActivate: (index: number) => void
  onOpen: ((row: T) => void) | undefined
}

function RowOf<T>({ row, left, index, start, height, columns, card, name, ...rest }: RowProps<T>) {
  const { selectable, selected, active, current, onSelect, onActivate, onOpen } = rest
  const click = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('button, a, input, label')) return
    onOpen?.(row)
  }
  return (
    <div
      role="row"
      className={classes['row']}
      style={{ height, top: start }}
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      data-index={index}
      data-left={left || undefined}
      data-current={current || undefined}
      tabIndex={active ? 0 : -1}
      onFocus={() => onActivate(index)}
      onClick={click}
    >
      {selectable && (
        <div role="gridcell">
          <label className={classes['check']}>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={t('list.select', { what: name(row) })}
              checked={selected}
              onClick={(event) => onSelect(index, event.shiftKey)}
              onChange={() => undefined}
            />
          </label>
        </div>
      )}
      {card ? (
        <div role="gridcell" className={classes['cell']}>
          {card(row)}
        </div>
      ) : (
        columns.map((column) => <Cell key={column.key} column={column} row={row} />)
      )}
      {left && <LeftNote />}
    </div>
  )
}

function LeftNote() {
  return (
    <span role="gridcell" className="visually-hidden">
      {t('list.left')}
    </span>
  )
}

/** Tints what changed in a row that stayed; a row that comes into sight is not tinted. */
function Cell<T>({ column, row }: { column: Column<T>; row: T }) {
  const value = column.value?.(row)
  const [seen, setSeen] = useState({ value, changes: 0 })
  if (seen.value !== value) setSeen({ value, changes: seen.changes + 1 })
  return (
    <div role="gridcell" className={classes['cell']} data-align={column.align}>
      <span key={seen.changes} className={seen.changes > 0 ? classes['changed'] : undefined}>
        {column.cell(row)}
      </span>
    </div>
  )
}

/** Rendered only when something of this row is new: a list of thousands changes many times a second. */
export const Row = memo(RowOf) as typeof RowOf
