import { ActionIcon, Button, CloseButton } from '@mantine/core'
import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { t } from '@/lib/text'
import classes from './rows.module.css'

interface RowsProps<T> {
  legend: string
  rows: readonly T[]
  change: (rows: T[]) => void
  /** What a new row says, after the last one. */
  blank: (last: T | undefined) => T
  add: string
  most?: number
  /** What a row is called on its buttons. */
  nameOf: (row: T, index: number) => string
  /** The order counts: rows can be moved. */
  ordered?: boolean
  hint?: ReactNode
  error?: string | undefined
  children: (row: T, put: (change: Partial<T>) => void, index: number) => ReactNode
}

/** Several of the same, each in a line of its own; lines can be added and taken away. */
export function Rows<T extends object>(props: RowsProps<T>) {
  const { legend, rows, change, blank, add, most, nameOf, ordered = false, hint, error, children } = props
  const lines = useRef<HTMLFieldSetElement>(null)
  const focus = (find: (lines: HTMLFieldSetElement) => HTMLElement | null | undefined) =>
    requestAnimationFrame(() => lines.current && find(lines.current)?.focus())
  const append = () => {
    change([...rows, blank(rows.at(-1))])
    focus((it) => it.querySelector<HTMLElement>('[data-row]:last-of-type :is(input, select)'))
  }
  const remove = (index: number) => {
    change(rows.filter((_, at) => at !== index))
    focus((it) => it.querySelector<HTMLElement>('[data-add]'))
  }
  const move = (index: number, to: number) => {
    const [moved] = rows.slice(index, index + 1)
    if (moved === undefined) return
    change(rows.toSpliced(index, 1).toSpliced(to, 0, moved))
    // the same button of the same line, or the other one at the end of the way
    focus((it) => {
      const line = it.querySelectorAll<HTMLElement>('[data-row]')[to]
      const [way, back] = to < index ? ['up', 'down'] : ['down', 'up']
      const button = line?.querySelector<HTMLButtonElement>(`[data-move=${way}]`)
      return button?.disabled ? line?.querySelector<HTMLElement>(`[data-move=${back}]`) : button
    })
  }
  return (
    <fieldset className={classes['rows']} ref={lines}>
      <legend>{legend}</legend>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are what is being typed
        <div key={index} className={classes['row']} data-row>
          <div className={classes['fields']}>
            {children(
              row,
              (one) => change(rows.map((it, at) => (at === index ? { ...it, ...one } : it))),
              index,
            )}
          </div>
          {ordered && (
            <>
              <ActionIcon
                data-move="up"
                disabled={index === 0}
                aria-label={t('rows.up', { what: nameOf(row, index) })}
                onClick={() => move(index, index - 1)}
              >
                <ArrowUp size={14} aria-hidden />
              </ActionIcon>
              <ActionIcon
                data-move="down"
                disabled={index === rows.length - 1}
                aria-label={t('rows.down', { what: nameOf(row, index) })}
                onClick={() => move(index, index + 1)}
              >
                <ArrowDown size={14} aria-hidden />
              </ActionIcon>
            </>
          )}
          <CloseButton
            size={30}
            aria-label={t('rows.remove', { what: nameOf(row, index) })}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      <Button
        data-add
        variant="default"
        size="compact-sm"
        leftSection={<Plus size={14} aria-hidden />}
        disabled={most !== undefined && rows.length >= most}
        onClick={append}
      >
        {add}
      </Button>
      {error && (
        <p className={classes['error']} role="alert">
          {error}
        </p>
      )}
      {hint && <p className={classes['hint']}>{hint}</p>}
    </fieldset>
  )
}
