import { MantineProvider } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { queryClient } from '@/lib/api/query-client'
import { usePreference } from '@/lib/preferences'
import { theme, variables } from '@/lib/theme'
import { Toasts } from './frame/toasts'
import { nonce } from './nonce'
import { router } from './router'

export function App() {
  const scheme = useScheme()
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      forceColorScheme={scheme}
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Toasts />
      </QueryClientProvider>
    </MantineProvider>
  )
}

function useScheme(): 'light' | 'dark' {
  const chosen = usePreference('theme')
  const dark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false })
  const scheme = chosen === 'auto' ? (dark ? 'dark' : 'light') : chosen
  useEffect(() => {
    document.documentElement.dataset['mantineColorScheme'] = scheme
  }, [scheme])
  return scheme
}
