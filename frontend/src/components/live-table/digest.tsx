import { useEffect, useRef, useState } from 'react'
import { t } from '@/lib/text'
import type { Pending } from './hold'

const EVERY = 10_000

export function inWords({ added, moved, left }: Pending): string {
  return [
    added > 0 ? t('list.held.new', { n: added }) : '',
    moved > 0 ? t('list.held.moved', { n: moved }) : '',
    left > 0 ? t('list.held.left', { n: left }) : '',
  ]
    .filter((it) => it !== '')
    .join(', ')
}

/** Tells a screen reader what came and went, at most every ten seconds, and never the first load. */
export function Digest({ keys }: { keys: readonly string[] }) {
  const told = useRef<ReadonlySet<string>>(undefined)
  const latest = useRef(keys)
  const [text, setText] = useState('')
  useEffect(() => {
    latest.current = keys
  }, [keys])
  useEffect(() => {
    const timer = setInterval(() => {
      const now = new Set(latest.current)
      const before = told.current
      told.current = now
      if (before === undefined) return
      const added = [...now].filter((key) => !before.has(key)).length
      const left = [...before].filter((key) => !now.has(key)).length
      setText(added + left > 0 ? inWords({ added, moved: 0, left }) : '')
    }, EVERY)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className="visually-hidden" role="status">
      {text}
    </div>
  )
}
