import { Button } from '@mantine/core'
import { Link, useLocation } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useUser } from '@/lib/session/session'
import { t } from '@/lib/text'
import { Bell } from './bell'
import { ConnectionChip } from './connection-chip'
import classes from './frame.module.css'
import { Keys } from './keys'
import { overlay } from './overlay'
import { Profile } from './profile'

export function TopBar() {
  const user = useUser()
  const { href } = useLocation()
  return (
    <header className={classes['top']}>
      <button
        type="button"
        className={classes['search']}
        aria-label={t('palette.open')}
        onClick={() => overlay.set({ open: 'palette' })}
      >
        <Search size={14} aria-hidden />
        <span>{t('palette.open')}</span>
        <Keys keys="mod+k" />
      </button>
      <div className={classes['end']}>
        {user ? (
          <>
            <ConnectionChip />
            <Bell />
          </>
        ) : (
          <Button
            renderRoot={(props: object) => <Link to="/sign-in" search={{ to: href }} {...props} />}
            variant="default"
          >
            {t('signIn.title')}
          </Button>
        )}
        <Profile />
      </div>
    </header>
  )
}
