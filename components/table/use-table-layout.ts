'use client'

import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { parseLayout, type TableLayout } from './table-layout'

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** A remembered text of this browser, and a way to change it. Null on the server and where storage is forbidden. */
export function useRemembered(key: string): [string | null, (text: string) => void] {
  const text = useSyncExternalStore(
    subscribe,
    () => {
      try {
        return localStorage.getItem(key)
      } catch {
        return null // storage may be forbidden; the defaults hold
      }
    },
    () => null,
  )
  const remember = useCallback(
    (next: string) => {
      try {
        localStorage.setItem(key, next)
      } catch {
        // The arrangement lasts as long as the page then.
      }
      for (const listener of listeners) listener()
    },
    [key],
  )
  return [text, remember]
}

/** How the reader arranged the table of this name, kept in this browser. */
export function useTableLayout(name: string): [TableLayout, (next: Partial<TableLayout>) => void] {
  const [text, remember] = useRemembered(`focus-console.table.${name}`)
  const layout = useMemo(() => parseLayout(text), [text])
  const change = useCallback(
    (next: Partial<TableLayout>) => remember(JSON.stringify({ ...layout, ...next })),
    [layout, remember],
  )
  return [layout, change]
}
