import { X } from 'lucide-react'
import { t } from '@/lib/text'
import { parseFilter, type Term, withoutTerm } from './grammar'
import classes from './queue.module.css'

/** What the filter says, word by word; each can be taken out. */
export function Chips({ q, change }: { q: string; change: (q: string) => void }) {
  const { terms } = parseFilter(q)
  if (terms.length === 0) return null
  return (
    <ul className={classes['chips']} aria-label={t('queue.chips')}>
      {terms.map((term) => (
        <li key={term.from}>
          <span>{nameOf(term)}</span>
          <button
            type="button"
            aria-label={t('queue.chip.remove', { what: nameOf(term) })}
            onClick={() => change(withoutTerm(q, term))}
          >
            <X size={12} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}

function nameOf({ key, value }: Term): string {
  return key === 'text' ? `“${value}”` : `${t(`queue.key.${key}`)}: ${value.replaceAll(',', ', ')}`
}

/** The whole filter in words, for when nothing matches. */
export function filterInWords(q: string): string {
  return parseFilter(q).terms.map(nameOf).join(' · ')
}
