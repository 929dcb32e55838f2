import { useMediaQuery } from '@mantine/hooks'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type FocusEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { usePreference } from '@/lib/preferences'
import { t } from '@/lib/text'
import { Digest, inWords } from './digest'
import { fitting } from './fitting'
import classes from './live-table.module.css'
import { Rows, type RowsHandle } from './rows'
import type { Column, LiveTableProps } from './types'
import { useHold } from './use-hold'
import { useRowKeys } from './use-row-keys'
import { useWidth } from './use-width'

const HEIGHTS = { compact: 32, comfortable: 40, card: 60 }
const HEAD = 32

/**
 * A list that lives: cells change in place at once, but rows come, move and go only when nobody aims at one. Aiming is
 * the pointer over the list, a row with the focus, a selection, an open menu, or having scrolled from the top.
 */
export function LiveTable<T>(props: LiveTableProps<T>) {
  const {
    label,
    question = '',
    isAnswered = true,
    rows,
    rowKey,
    rowName,
    columns: wanted,
    card,
    total,
    selection,
    onOpen,
    current,
    busy,
    sort,
    onEnd,
    footer,
  } = props
  // as state: the rows are drawn once they know what they scroll in
  const [scroll, setScroll] = useState<HTMLDivElement | null>(null)
  const handle = useRef<RowsHandle>(null)
  const [aim, setAim] = useState({ pointer: false, focus: false, scrolled: false, held: false })
  const phone = useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false })
  const density = usePreference('density')
  const height = phone ? HEIGHTS.card : HEIGHTS[density]
  const holding = Object.values(aim).some(Boolean) || busy === true || (selection?.keys.size ?? 0) > 0

  const { shown, pending, answered, release } = useHold(rows, rowKey, holding, question, isAnswered)
  const changes = inWords(pending)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer is read from its beginning
  useEffect(() => {
    scroll?.scrollTo({ top: 0 })
  }, [answered, scroll])
  const show = () => {
    release()
    scroll?.scrollTo({ top: 0 })
  }
  const { active, activate, select, all, onKeyDown } = useRowKeys({
    shown,
    selection,
    onOpen,
    focus: (index) => handle.current?.focus(index),
    release: () => (changes === '' ? setAim((it) => ({ ...it, held: !it.held })) : show()),
    page: () => Math.max(Math.floor(((scroll?.clientHeight ?? 0) - HEAD) / height) - 1, 1),
  })

  const note = useCallback(
    (change: Partial<typeof aim>) =>
      setAim((it) =>
        Object.entries(change).every(([key, value]) => it[key as keyof typeof it] === value)
          ? it
          : { ...it, ...change },
      ),
    [],
  )
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) note({ focus: false })
  }
  const width = useWidth(scroll)
  const selectable = selection !== undefined
  const columns = useMemo(() => fitting(wanted, width, selectable), [wanted, width, selectable])
  const tracks = `${selection ? '32px ' : ''}${columns.map((it) => it.width).join(' ')}`
  const keys = useMemo(() => rows.map(rowKey), [rows, rowKey])

  return (
    <div className={classes['frame']} data-cards={phone || undefined}>
      {changes !== '' && (
        <button type="button" className={classes['pill']} onClick={show}>
          {t('list.held', { changes })}
        </button>
      )}
      <div
        ref={setScroll}
        className={classes['scroll']}
        onScroll={(event) => note({ scrolled: event.currentTarget.scrollTop > 0 })}
        onPointerEnter={(event) => note({ pointer: event.pointerType === 'mouse' })}
        onPointerLeave={() => note({ pointer: false })}
      >
        <div
          role="grid"
          className={classes['grid']}
          aria-label={label}
          aria-rowcount={(total ?? shown.length) + 1}
          aria-multiselectable={selection ? true : undefined}
          style={
            { '--columns': tracks, '--card-columns': selection ? '44px 1fr' : '1fr' } as React.CSSProperties
          }
          onKeyDown={onKeyDown}
          onFocus={() => note({ focus: true })}
          onBlur={onBlur}
        >
          <div role="rowgroup">
            <div role="row" aria-rowindex={1} className={phone ? 'visually-hidden' : classes['head']}>
              {selection && (
                <div role="columnheader">
                  <label className={classes['check']}>
                    <input
                      type="checkbox"
                      aria-label={t('list.selectAll')}
                      checked={shown.length > 0 && shown.every((it) => it.left || selection.keys.has(it.key))}
                      onChange={all}
                    />
                  </label>
                </div>
              )}
              {phone ? (
                <div role="columnheader">{label}</div>
              ) : (
                columns.map((column) => <Head key={column.key} column={column} sort={sort} />)
              )}
            </div>
          </div>
          <Rows
            shown={shown}
            scroll={scroll}
            handle={handle}
            height={height}
            active={active}
            columns={columns}
            card={phone ? card : undefined}
            name={rowName}
            selected={selection?.keys}
            current={current}
            onSelect={select}
            onActivate={activate}
            onOpen={onOpen}
            onEnd={onEnd}
          />
        </div>
      </div>
      <footer className={classes['foot']}>
        <span>{t('list.rows', { n: total ?? rows.length })}</span>
        {selection && selection.keys.size > 0 && (
          <span>{t('list.selected', { n: selection.keys.size })}</span>
        )}
        {footer}
      </footer>
      <Digest keys={keys} />
    </div>
  )
}

function Head<T>({ column, sort }: { column: Column<T>; sort: LiveTableProps<T>['sort'] }) {
  const sorted = sort?.by.key === column.key ? sort.by : undefined
  const Arrow = sorted?.descending ? ArrowDown : ArrowUp
  return (
    <div
      role="columnheader"
      className={classes['cell']}
      data-align={column.align}
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
    >
      {sort && column.sortable ? (
        <button
          type="button"
          className={classes['sort']}
          onClick={() => sort.change({ key: column.key, descending: sorted ? !sorted.descending : false })}
        >
          {column.header}
          {sorted && <Arrow size={12} aria-hidden />}
        </button>
      ) : (
        column.header
      )}
    </div>
  )
}
