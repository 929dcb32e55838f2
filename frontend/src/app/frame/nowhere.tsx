import { Button } from '@mantine/core'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { Page } from '@/components/page'
import { Empty, Failure } from '@/components/states'
import type { Page as PageDefinition } from '@/lib/pages'
import { useUser } from '@/lib/session/session'
import { t } from '@/lib/text'

function Home() {
  return (
    <Button component={Link} to="/" variant="default">
      {t('app.home')}
    </Button>
  )
}

export function NotFound() {
  return (
    <Page title={t('app.notFound')}>
      <Empty title={t('app.notFound.hint')} action={<Home />} />
    </Page>
  )
}

export function Forbidden({ page }: { page: PageDefinition }) {
  const user = useUser()
  const roles = page.roles === 'guest' ? [] : page.roles.map((role) => t(`role.${role}`))
  return (
    <Page title={t('app.forbidden')}>
      <Empty
        title={t('app.forbidden.hint', { roles: roles.join(', '), name: user?.displayName ?? '' })}
        action={<Home />}
      />
    </Page>
  )
}

export function PageFailed({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <Page title={t('app.failed')}>
      <Failure
        error={error}
        retry={() => {
          reset()
          void router.invalidate()
        }}
      />
    </Page>
  )
}
