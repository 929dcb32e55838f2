import { Button } from '@mantine/core'
import { number, t } from '@/lib/text'
import { type Draft, draftOf, type Field } from './draft'
import classes from './people.module.css'
import type { Conflict } from './use-save'

interface ConflictNoteProps {
  conflict: Conflict
  mine: Draft
  pending: boolean
  applyMine: () => void
  takeTheirs: () => void
}

/** Somebody else changed the same: what it was, what it is now, and what was to become of it. */
export function ConflictNote({ conflict, mine, pending, applyMine, takeTheirs }: ConflictNoteProps) {
  const theirs = draftOf(conflict.theirs)
  return (
    <div className={classes['conflict']} role="alert">
      <strong>{t('people.conflict')}</strong>
      {conflict.fields.map((field) => (
        <section key={field}>
          <h3>{t(`people.${field}`)}</h3>
          <dl>
            <dt>{t('people.conflict.before')}</dt>
            <dd>{inWords(conflict.before, field)}</dd>
            <dt>{t('people.conflict.theirs')}</dt>
            <dd>{inWords(theirs, field)}</dd>
            <dt>{t('people.conflict.mine')}</dt>
            <dd>{inWords(mine, field)}</dd>
          </dl>
        </section>
      ))}
      <div className={classes['buttons']}>
        <Button onClick={applyMine} disabled={pending}>
          {t('people.conflict.applyMine')}
        </Button>
        <Button variant="default" onClick={takeTheirs} disabled={pending}>
          {t('people.conflict.takeTheirs')}
        </Button>
      </div>
    </div>
  )
}

function inWords(draft: Draft, field: Field): string {
  switch (field) {
    case 'skills':
      return draft.skills.map((it) => `${it.name} ${it.level}`).join(', ') || t('people.skills.none')
    case 'capacity':
      return number(draft.capacity)
    case 'region':
      return draft.region || t('people.everywhere')
    case 'displayName':
      return draft.displayName
  }
}
