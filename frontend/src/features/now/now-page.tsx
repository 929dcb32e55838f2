import { Button } from '@mantine/core'
import { CreateButton } from '@/components/create-button'
import { Page } from '@/components/page'
import { useAbout } from '@/lib/about'
import { showFirstSteps, useFirstSteps } from '@/lib/first-steps'
import { useUser } from '@/lib/session/session'
import { t } from '@/lib/text'
import { Demo } from './demo'
import { Figures } from './figures'
import { NeedsYou } from './needs-you'
import classes from './now.module.css'
import { People } from './people'
import { useLiveRefresh } from './use-now-queries'

/** Is anything wrong, who is busy, what waits. */
export default function NowPage() {
  useLiveRefresh()
  const admin = useUser()?.roles.includes('ADMIN') ?? false
  const demo = useAbout().data?.demo === true && admin
  const { hidden } = useFirstSteps()
  return (
    <Page
      title={t('now.title')}
      actions={
        admin && (
          <>
            {demo && hidden && (
              <Button variant="default" onClick={() => showFirstSteps(true)}>
                {t('now.steps')}
              </Button>
            )}
            <CreateButton />
          </>
        )
      }
    >
      {demo && !hidden && <Demo />}
      <Figures />
      <div className={classes['columns']}>
        <NeedsYou />
        <People />
      </div>
    </Page>
  )
}
