import { QueryClient } from '@tanstack/react-query'
import { mayRetry, retryDelay } from './retry'

/** What the server said stays shown until something newer came; the push says when that is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      gcTime: 5 * 60_000,
      retry: mayRetry,
      retryDelay,
      refetchOnWindowFocus: true,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})
