'use client'

import { useSyncExternalStore } from 'react'

const WIDE = '(min-width: 1440px)'

/** Whether the window has room for the transcript beside the player. */
export function useWidePage(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(WIDE)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => matchMedia(WIDE).matches,
    () => false,
  )
}
