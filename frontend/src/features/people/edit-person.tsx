import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { t } from '@/lib/text'
import { ConflictNote } from './conflict-note'
import { draftOf, FIELDS } from './draft'
import { fieldErrors } from './field-errors'
import classes from './people.module.css'
import { PersonFields } from './person-fields'
import type { Person } from './use-people'
import { isChanged, useSave } from './use-save'

/** Changes somebody from the version that was open when the edit began. */
export default function EditPerson({ person, done }: { person: Person; done: () => void }) {
  const [draft, setDraft] = useState(draftOf(person))
  const saving = useSave(person, done)
  const errors = fieldErrors(saving.error, FIELDS)
  const changed = isChanged(saving.base, draft)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    saving.save(draft)
  }
  return (
    <form className={classes['form']} onSubmit={submit} aria-label={t('people.edit')}>
      {saving.conflict && (
        <ConflictNote
          conflict={saving.conflict}
          mine={draft}
          pending={saving.pending}
          applyMine={() => saving.applyMine(draft)}
          takeTheirs={() => setDraft(saving.takeTheirs(draft))}
        />
      )}
      {errors.rest && (
        <p className={classes['error']} role="alert">
          {errors.rest}
        </p>
      )}
      <PersonFields
        draft={draft}
        change={(change) => setDraft((it) => ({ ...it, ...change }))}
        errors={errors}
        load={person.load}
      />
      <div className={classes['buttons']}>
        <Button type="submit" disabled={!changed || saving.pending || saving.conflict !== undefined}>
          {saving.pending ? t('people.saving') : t('people.save')}
        </Button>
        <Button variant="default" onClick={done}>
          {t('people.cancel')}
        </Button>
        {!changed && <span className={classes['quiet']}>{t('people.unchanged')}</span>}
      </div>
    </form>
  )
}
