import '@mantine/core/styles/PasswordInput.layer.css'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect } from 'react'
import { signIn, useSession } from '@/lib/session/session'
import { t } from '@/lib/text'
import { titlePage } from '@/lib/title'
import icon from '../icon.svg'
import { DemoCards } from './demo-cards'
import classes from './sign-in.module.css'

/** When it succeeds, the session changes, and the router leads back to where one wanted to go. */
export default function SignInPage() {
  const over = useSession((it) => it.over)
  const attempt = useMutation({
    mutationFn: ({ username, password }: { username: string; password: string }) =>
      signIn(username, password),
  })
  useEffect(() => titlePage(`${t('signIn.title')} · ${t('app.name')}`), [])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    attempt.mutate({ username: String(form.get('username')), password: String(form.get('password')) })
  }
  return (
    <main className={classes['page']}>
      <div className={classes['box']}>
        <div className={classes['brand']}>
          <img src={icon} alt="" />
          {t('app.name')}
        </div>
        <div>
          <h1 className={classes['title']}>{t('signIn.title')}</h1>
          <p className={classes['lead']}>{over ? t('signIn.over') : t('signIn.lead')}</p>
        </div>
        <form className={classes['form']} onSubmit={submit}>
          <TextInput
            name="username"
            label={t('signIn.username')}
            autoComplete="username"
            required
            autoFocus
          />
          <PasswordInput
            name="password"
            label={t('signIn.password')}
            autoComplete="current-password"
            required
          />
          {attempt.error && (
            <p className={classes['error']} role="alert">
              {attempt.error.message}
            </p>
          )}
          <Button type="submit" size="sm" disabled={attempt.isPending}>
            {attempt.isPending ? t('signIn.pending') : t('signIn.submit')}
          </Button>
        </form>
        <DemoCards signIn={(account) => attempt.mutate(account)} disabled={attempt.isPending} />
      </div>
    </main>
  )
}
