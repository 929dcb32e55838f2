import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { register, useCommand } from '@/lib/commands/registry'
import { prefer, preferences, usePreference } from '@/lib/preferences'
import { signOut, useUser } from '@/lib/session/session'
import { t } from '@/lib/text'
import { findersFor, navigation } from '../pages'
import { appCommands } from './commands'
import { overlay, useOverlay } from './overlay'

const Palette = lazy(() => import('./palette'))
const ShortcutSheet = lazy(() => import('./shortcut-sheet'))

/** What can be done from every page, and the palette and the sheet that list it. */
export function Commands() {
  const user = useUser()
  const navigate = useNavigate()
  const open = useOverlay()
  const [loaded, setLoaded] = useState({ palette: false, shortcuts: false })
  const collapsed = usePreference('railCollapsed')
  if (open !== undefined && !loaded[open]) setLoaded({ ...loaded, [open]: true })

  useEffect(
    () =>
      register(
        navigation(user).map(({ path, label, keys }) => ({
          id: `go.${path}`,
          label,
          name: t('command.go', { page: t(label) }),
          scope: 'global',
          ...(keys && { keys }),
          run: () => void navigate({ to: path }),
        })),
      ),
    [user, navigate],
  )
  useCommand(appCommands.palette, () => overlay.set({ open: 'palette' }))
  useCommand(appCommands.shortcuts, () => overlay.set({ open: 'shortcuts' }))
  useCommand(appCommands.theme, () => {
    const dark = document.documentElement.dataset['mantineColorScheme'] === 'dark'
    prefer({ theme: dark ? 'light' : 'dark' })
  })
  useCommand(
    appCommands.rail,
    () => prefer({ railCollapsed: !preferences.get().railCollapsed }),
    collapsed !== undefined,
  )
  useCommand(appCommands.signOut, () => void signOut(), user !== undefined)

  return (
    <Suspense>
      {loaded.palette && <Palette finders={findersFor(user)} />}
      {loaded.shortcuts && <ShortcutSheet />}
    </Suspense>
  )
}
