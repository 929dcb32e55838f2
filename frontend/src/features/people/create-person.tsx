import '@mantine/core/styles/PasswordInput.layer.css'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Dialog } from '@/components/dialog'
import { toast } from '@/components/toast'
import { api, ok } from '@/lib/api/client'
import { fieldErrors } from '@/lib/api/field-errors'
import { t } from '@/lib/text'
import { changeOf, FIELDS, NOBODY } from './draft'
import classes from './people.module.css'
import { PersonFields } from './person-fields'
import { peopleKey } from './use-people'

interface CreatePersonProps {
  close: () => void
  created: (id: string) => void
}

/** A new person: an account that may sign in as an employee, and what they can do. */
export default function CreatePerson({ close, created }: CreatePersonProps) {
  const client = useQueryClient()
  const [account, setAccount] = useState({ username: '', password: '' })
  const [draft, setDraft] = useState(NOBODY)
  const creation = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/workers', { body: { ...account, ...changeOf(NOBODY, draft) } })),
    onSuccess(person) {
      void client.invalidateQueries({ queryKey: peopleKey })
      void client.invalidateQueries({ queryKey: ['skills'] })
      toast(t('people.added', { name: person.displayName }))
      created(person.id)
    },
  })
  const errors = fieldErrors(creation.error, [...FIELDS, 'username', 'password'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    creation.mutate()
  }
  return (
    <Dialog opened onClose={close} title={t('people.add')} size={620}>
      <form className={classes['form']} onSubmit={submit}>
        <p className={classes['quiet']}>{t('people.add.lead')}</p>
        {errors.rest && (
          <p className={classes['error']} role="alert">
            {errors.rest}
          </p>
        )}
        <TextInput
          label={t('people.username')}
          required
          data-autofocus
          autoComplete="off"
          autoCapitalize="none"
          maxLength={60}
          value={account.username}
          error={errors.of('username')}
          onChange={(event) => setAccount({ ...account, username: event.currentTarget.value })}
        />
        <PasswordInput
          label={t('people.password')}
          description={t('people.password.hint')}
          required
          autoComplete="new-password"
          value={account.password}
          error={errors.of('password')}
          visibilityToggleButtonProps={{ 'aria-label': t('people.password.show') }}
          onChange={(event) => setAccount({ ...account, password: event.currentTarget.value })}
        />
        <PersonFields
          draft={draft}
          change={(change) => setDraft((it) => ({ ...it, ...change }))}
          errors={errors}
        />
        <div className={classes['buttons']}>
          <Button type="submit" disabled={creation.isPending}>
            {creation.isPending ? t('people.adding') : t('people.add')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('people.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
