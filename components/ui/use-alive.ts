'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False in what the server drew, true once the page answers clicks: for buttons that must not take one in vain. */
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
