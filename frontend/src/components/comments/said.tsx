import type { ReactNode } from 'react'
import classes from './comments.module.css'

const PARTS = /(https?:\/\/[^\s<>"]+)|(?<![\w.@-])@([\w.-]+)/g

/** The text of a comment: addresses of the web are links, those who are mentioned stand out, the rest is as typed. */
export function Said({ text, mentions }: { text: string; mentions: readonly { name: string }[] }) {
  const parts: ReactNode[] = []
  let end = 0
  for (const match of text.matchAll(PARTS)) {
    const [whole, address, name] = match
    // the dot after an address or a name ends the sentence
    const found = whole.replace(/[.,;:!?)\]-]+$/, '')
    const mention = name !== undefined && mentions.some((it) => `@${it.name}` === found)
    if (address === undefined && !mention) continue
    parts.push(text.slice(end, match.index))
    parts.push(
      mention ? (
        <strong key={match.index} className={classes['mention']}>
          {found}
        </strong>
      ) : (
        <a key={match.index} href={found} target="_blank" rel="noopener noreferrer">
          {found}
        </a>
      ),
    )
    end = match.index + found.length
  }
  return (
    <p className={classes['text']}>
      {parts}
      {text.slice(end)}
    </p>
  )
}
