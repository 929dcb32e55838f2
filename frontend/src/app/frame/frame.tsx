import { Outlet, useLocation } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useUser } from '@/lib/session/session'
import { t } from '@/lib/text'
import { everywhere, mayOpen } from '../pages'
import { Commands } from './commands-of-the-app'
import classes from './frame.module.css'
import { InspectorSlot } from './inspector-slot'
import { BottomBar, Rail } from './navigation'
import { Opening } from './opening'
import { TopBar } from './top-bar'

/** What is around every page: navigation, top bar, and beside the page what is inspected. */
export function Frame() {
  const user = useUser()
  const { pathname, search } = useLocation()
  const wall = pathname === '/now' && (search as { kiosk?: unknown }).kiosk === 1
  return (
    <div className={classes['frame']} data-wall={wall || undefined}>
      <a className={classes['skip']} href="#main">
        {t('app.skip')}
      </a>
      <TopBar />
      <Rail />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keys */}
      <main id="main" className={classes['main']} tabIndex={0}>
        <Suspense fallback={<Opening />}>
          <Outlet />
        </Suspense>
      </main>
      <InspectorSlot />
      <BottomBar />
      <Commands />
      {everywhere
        .filter((it) => mayOpen(it, user))
        .map(({ component: Content }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the features are always the same
          <Content key={index} />
        ))}
    </div>
  )
}
