import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { MergeNote } from '@/components/edit/merge-note'
import { useEdit } from '@/components/edit/use-edit'
import { api, ok } from '@/lib/api/client'
import { fieldErrors } from '@/lib/api/field-errors'
import { number, t } from '@/lib/text'
import { changeOf, type Draft, draftOf, FIELDS, type Field, merging } from './draft'
import classes from './people.module.css'
import { PersonFields } from './person-fields'
import { fetchPerson, type Person, peopleKey } from './use-people'

/** Changes somebody from the version that was open when the edit began. */
export default function EditPerson({ person, done }: { person: Person; done: () => void }) {
  const client = useQueryClient()
  const edit = useEdit<Person, Draft>({
    opened: person,
    draftOf,
    merge: merging,
    send: (draft, on) => patch(on, changeOf(draftOf(on), draft)),
    read: () => fetchPerson(person.id),
    saved() {
      void client.invalidateQueries({ queryKey: peopleKey })
      done()
    },
  })
  const errors = fieldErrors(edit.error, FIELDS)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    edit.save()
  }
  return (
    <form className={classes['form']} onSubmit={submit} aria-label={t('people.edit')}>
      <MergeNote edit={edit} nameOf={(field) => t(`people.${field}`)} inWords={inWords} />
      {errors.rest && (
        <p className={classes['error']} role="alert">
          {errors.rest}
        </p>
      )}
      <PersonFields draft={edit.draft} change={edit.change} errors={errors} load={person.load} />
      <div className={classes['buttons']}>
        <Button type="submit" disabled={!edit.changed || edit.pending || edit.conflict !== undefined}>
          {edit.pending ? t('people.saving') : t('people.save')}
        </Button>
        <Button variant="default" onClick={done}>
          {t('people.cancel')}
        </Button>
        {!edit.changed && <span className={classes['quiet']}>{t('people.unchanged')}</span>}
      </div>
    </form>
  )
}

async function patch(on: Person, body: ReturnType<typeof changeOf>): Promise<Person> {
  const changed = await ok(
    api.PATCH('/api/v1/workers/{id}', {
      params: { path: { id: on.id }, header: { 'If-Match': `"${on.version}"` } },
      body,
    }),
  )
  return { ...on, ...changed }
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
