import { QueryClient } from '@tanstack/react-query'
import { retryDelayMs, shouldRetry } from './retry'

/**
 * The browser's cache. Tenant data is not kept: what no component shows is dropped after five minutes. Nothing is read
 * again merely because the window came to the front, for every read of a recording is recorded under a name.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 5 * 60_000,
        retry: shouldRetry,
        retryDelay: retryDelayMs,
        refetchOnWindowFocus: false,
        refetchOnReconnect: true,
        structuralSharing: true,
      },
    },
  })
}
