import { Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { useQueueNames, useSkillNames } from '@/lib/catalogue'
import { useCommand } from '@/lib/commands/registry'
import { t, textOf } from '@/lib/text'
import { queueCommands } from './commands'
import { type Fault, parseFilter } from './grammar'
import classes from './queue.module.css'
import { complete, placeAt, suggestions } from './suggest'
import { usePeople } from './use-known'

const PAUSE = 300

interface FilterBoxProps {
  value: string
  change: (value: string) => void
  /** What the server or the page knows to be wrong with it. */
  fault?: string | undefined
}

/** One line of text that says what the list shows. It is applied when one pauses, unless something is wrong with it. */
export function FilterBox({ value, change, fault }: FilterBoxProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState(value)
  const [applied, setApplied] = useState(value)
  const [caret, setCaret] = useState(value.length)
  const [open, setOpen] = useState(false)
  const [marked, setMarked] = useState(-1)
  // the address changed by a chip, a saved view, or going back
  if (applied !== value) {
    setApplied(value)
    if (draft.trim() !== value) setDraft(value)
  }

  const place = placeAt(draft, caret)
  const skills = useSkillNames().data ?? []
  const queues = useQueueNames().data ?? []
  const people = usePeople(open && place.key === 'who' ? place.typed : undefined).data ?? []
  const list = open ? suggestions(place, { skills, queues, people: people.map((it) => it.username) }) : []
  const { faults } = parseFilter(draft)
  const shownFault = open && document.activeElement === input.current ? undefined : faults[0]

  const apply = useEffectEvent((text: string) => {
    if (parseFilter(text).faults.length > 0 || text.trim() === value) return
    setApplied(text.trim())
    change(text.trim())
  })
  // a word that may yet become a key is not looked for in titles meanwhile
  const unfinished = place.key === undefined && list.length > 0 && place.typed !== ''
  useEffect(() => {
    if (unfinished) return
    const timer = setTimeout(() => apply(draft), PAUSE)
    return () => clearTimeout(timer)
  }, [draft, unfinished])
  useCommand(queueCommands.filter, () => {
    input.current?.focus()
    input.current?.select()
  })

  const choose = (suggestion: string) => {
    const next = complete(draft, place, suggestion)
    setDraft(next.text)
    setCaret(next.caret)
    setMarked(-1)
    requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.setSelectionRange(next.caret, next.caret)
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = list[marked]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (list.length > 0)
        setMarked((it) => (it + step + list.length + (it < 0 && step < 0 ? 1 : 0)) % list.length)
    } else if (event.key === 'Enter') {
      if (chosen !== undefined) choose(chosen)
      else {
        setOpen(false)
        apply(draft)
      }
    } else if (event.key === 'Escape' && list.length > 0) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    }
  }

  return (
    <search className={classes['filter']}>
      <div className={classes['box']} data-bad={shownFault !== undefined || undefined}>
        <Search size={16} aria-hidden />
        <input
          ref={input}
          role="combobox"
          aria-label={t('queue.filter')}
          aria-expanded={list.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={marked >= 0 && marked < list.length ? `${id}-${marked}` : undefined}
          aria-describedby={`${id}-fault`}
          aria-invalid={faults.length > 0}
          placeholder={t('queue.filter.placeholder')}
          value={draft}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          onChange={(event) => {
            setDraft(event.target.value)
            setCaret(event.target.selectionStart ?? event.target.value.length)
            setOpen(true)
            setMarked(-1)
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        {draft !== '' && (
          <button
            type="button"
            className={classes['clear']}
            aria-label={t('queue.filter.clear')}
            onClick={() => {
              setDraft('')
              setCaret(0)
              change('')
              input.current?.focus()
            }}
          >
            <X size={14} aria-hidden />
          </button>
        )}
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('queue.filter.suggestions')}
        className={classes['suggestions']}
        hidden={list.length === 0}
      >
        {list.map((it, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
          <div
            key={it}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            className={classes['suggestion']}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(it)}
          >
            <code>{it}</code>
            <span>{hint(it)}</span>
          </div>
        ))}
      </div>
      <p id={`${id}-fault`} className={classes['fault']} role="status">
        {shownFault ? inWords(shownFault) : fault}
      </p>
    </search>
  )
}

export function inWords({ code, values }: Fault): string {
  return t(`queue.fault.${code}`, values)
}

function hint(suggestion: string): string {
  const [key = '', value = ''] = suggestion.split(/:(.*)/)
  if (value === '') return textOf(`queue.key.${key}`, 'queue.key.text')
  if (key === 'p') return textOf(`priority.P${value.slice(-1)}`, 'queue.nothing')
  if (key === 'who' && value === 'none') return t('queue.who.none')
  return ''
}
