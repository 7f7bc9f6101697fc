'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Problem } from '@/lib/problem/problem'
import { healthQuery } from '@/lib/query/health'

/** While the server does not answer, asks whether it is back; then asks again for what the page failed to get meanwhile. */
export function useReconnect(unreachable: boolean): void {
  const client = useQueryClient()
  useQuery(healthQuery(unreachable))
  const was = useRef(false)
  useEffect(() => {
    if (was.current && !unreachable) {
      void client.refetchQueries({
        type: 'active',
        predicate: ({ state }) => state.error instanceof Problem && state.error.slug === 'offline',
      })
    }
    was.current = unreachable
  }, [client, unreachable])
}
