import { Button } from '@mantine/core'
import { ArrowRight } from 'lucide-react'
import { useAbout } from '@/lib/about'
import type { components } from '@/lib/api/schema'
import type { Role } from '@/lib/session/session'
import { t } from '@/lib/text'
import classes from './sign-in.module.css'

type DemoAccount = components['schemas']['DemoAccount']

interface DemoCardsProps {
  signIn: (account: DemoAccount) => void
  disabled: boolean
}

const ROLES: readonly Role[] = ['ADMIN', 'MANAGER', 'EMPLOYEE']

/** In the demo: each role is one click away. */
export function DemoCards({ signIn, disabled }: DemoCardsProps) {
  const { data: about } = useAbout()
  const accounts = about?.accounts ?? []
  if (accounts.length === 0) return null
  const first = ROLES.flatMap((role) => {
    const account = accounts.find((it) => it.roles.includes(role))
    return account ? [{ role, account }] : []
  })
  const others = accounts.filter((it) => first.every(({ account }) => account !== it))
  return (
    <section className={classes['demo']}>
      <h2>{t('signIn.demo')}</h2>
      <p className={classes['lead']}>{t('signIn.demo.hint')}</p>
      {first.map(({ role, account }) => (
        <button
          key={role}
          type="button"
          className={classes['card']}
          disabled={disabled}
          onClick={() => signIn(account)}
        >
          <strong>
            {t(`role.${role}`)} · {account.displayName}
          </strong>
          <small>{t(`signIn.demo.${role}`)}</small>
          <ArrowRight size={16} aria-hidden />
        </button>
      ))}
      {others.length > 0 && (
        <details className={classes['others']}>
          <summary>{t('signIn.demo.others')}</summary>
          <div className={classes['people']}>
            {others.map((account) => (
              <Button
                key={account.username}
                variant="default"
                disabled={disabled}
                onClick={() => signIn(account)}
              >
                {account.displayName}
              </Button>
            ))}
          </div>
        </details>
      )}
    </section>
  )
}
