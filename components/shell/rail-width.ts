'use client'

import { useSyncExternalStore } from 'react'
import { PREFERENCE_KEYS } from '@/components/ui/preference-keys'

const WIDE_FROM = '(min-width: 1200px)'
const changed = new EventTarget()

/**
 * Whether the rail shows words beside its icons: by choice, else by the width of the window. The choice stands on <html>
 * as `data-rail`, where the first script of the page puts it too, so that nothing jumps.
 */
export function useRailWidth(): { wide: boolean; toggle: () => void } {
  const wide = useSyncExternalStore(subscribe, isWide, () => true)
  return { wide, toggle }
}

function isWide(): boolean {
  const chosen = document.documentElement.dataset.rail
  return chosen === undefined ? matchMedia(WIDE_FROM).matches : chosen === 'wide'
}

function subscribe(listener: () => void): () => void {
  const media = matchMedia(WIDE_FROM)
  media.addEventListener('change', listener)
  changed.addEventListener('change', listener)
  return () => {
    media.removeEventListener('change', listener)
    changed.removeEventListener('change', listener)
  }
}

function toggle(): void {
  const next = isWide() ? 'narrow' : 'wide'
  document.documentElement.dataset.rail = next
  try {
    localStorage.setItem(PREFERENCE_KEYS.rail, next)
  } catch {
    // Storage may be forbidden; the choice lasts as long as the page then.
  }
  changed.dispatchEvent(new Event('change'))
}
