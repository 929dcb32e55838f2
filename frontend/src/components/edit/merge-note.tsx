import { Button } from '@mantine/core'
import { t } from '@/lib/text'
import classes from './merge-note.module.css'
import type { Conflict } from './use-edit'

interface MergeNoteProps<D> {
  edit: {
    draft: D
    conflict: Conflict<D> | undefined
    pending: boolean
    applyMine: () => void
    takeTheirs: () => void
  }
  nameOf: (field: keyof D) => string
  inWords: (draft: D, field: keyof D) => string
}

/** Somebody else was first: what it was, what it is now, and what was to become of it. */
export function MergeNote<D>({ edit, nameOf, inWords }: MergeNoteProps<D>) {
  const { conflict, draft, pending, applyMine, takeTheirs } = edit
  if (conflict === undefined) return null
  return (
    <div className={classes['note']} role="alert">
      <strong>{t('merge.title')}</strong>
      {conflict.fields.map((field) => (
        <section key={String(field)}>
          <h3>{nameOf(field)}</h3>
          <dl>
            <dt>{t('merge.before')}</dt>
            <dd>{inWords(conflict.before, field)}</dd>
            <dt>{t('merge.theirs')}</dt>
            <dd>{inWords(conflict.theirs, field)}</dd>
            <dt>{t('merge.mine')}</dt>
            <dd>{inWords(draft, field)}</dd>
          </dl>
        </section>
      ))}
      <div className={classes['buttons']}>
        <Button onClick={applyMine} disabled={pending}>
          {t('merge.applyMine')}
        </Button>
        <Button variant="default" onClick={takeTheirs} disabled={pending}>
          {t('merge.takeTheirs')}
        </Button>
      </div>
    </div>
  )
}
