'use client'

import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { SavedViews } from '@/lib/contract/saved-view'
import { savedViewsQuery } from './saved-views'

const never = () => () => undefined

/**
 * The views that the reader may open; undefined until they are here. The rail asks for them first of all, so the answer can be
 * here before another part of the page takes over what the server sent, which knew of none: that part begins with none, too.
 */
export function useSavedViews(): {
  saved: SavedViews | undefined
  error: Error | null
  retry: () => void
} {
  const { data, error, refetch } = useQuery(savedViewsQuery())
  const saved = useSyncExternalStore(
    never,
    () => data,
    () => undefined,
  )
  return { saved, error, retry: () => void refetch() }
}
