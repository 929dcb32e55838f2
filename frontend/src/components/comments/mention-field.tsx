import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { t } from '@/lib/text'
import { TextArea } from '../text-area'
import classes from './comments.module.css'
import { fitting, type Mentionable, mentionAt } from './mention'

interface MentionFieldProps {
  field: RefObject<HTMLTextAreaElement | null>
  value: string
  people: readonly Mentionable[]
  longest: number
  change: (text: string) => void
  send: () => void
}

/** A text in which `@` offers people: arrows choose, Enter or Tab takes, Escape leaves the text as it is. */
export function MentionField({ field, value, people, longest, change, send }: MentionFieldProps) {
  const id = useId()
  const [caret, setCaret] = useState(0)
  const [chosen, setChosen] = useState(0)
  const [left, setLeft] = useState<number>()
  const place = mentionAt(value, caret)
  const offered = place === undefined || place.from === left ? [] : fitting(people, place.typed)
  const take = ({ username }: Mentionable) => {
    if (place === undefined) return
    const head = `${value.slice(0, place.from)}${username} `
    change(head + value.slice(caret).trimStart())
    setCaret(head.length)
    requestAnimationFrame(() => field.current?.setSelectionRange(head.length, head.length))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const one = offered[chosen] ?? offered[0]
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      send()
    } else if (one === undefined) {
      return
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : offered.length - 1
      setChosen((chosen + step) % offered.length)
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      take(one)
    } else if (event.key === 'Escape') {
      setLeft(place?.from)
    } else {
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={classes['field']}>
      <TextArea
        ref={field}
        label={t('comments.say')}
        hint={t('comments.say.hint')}
        rows={2}
        maxLength={longest}
        value={value}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={offered.length > 0 ? id : undefined}
        aria-activedescendant={
          offered.length > 0 ? `${id}${Math.min(chosen, offered.length - 1)}` : undefined
        }
        onChange={(event) => {
          change(event.currentTarget.value)
          setCaret(event.currentTarget.selectionStart)
          setChosen(0)
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {offered.length > 0 && (
        <div id={id} role="listbox" aria-label={t('comments.people')} className={classes['people']}>
          {offered.map((it, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus, and its keys choose
            // biome-ignore lint/a11y/useKeyWithClickEvents: as above
            <div
              key={it.username}
              id={`${id}${index}`}
              role="option"
              aria-selected={index === chosen}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(it)}
            >
              {it.displayName} <span>@{it.username}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
