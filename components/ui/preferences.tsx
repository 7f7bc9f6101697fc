'use client'

import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react'
import { PREFERENCE_KEYS } from './preference-keys'

export type Zone = 'local' | 'utc'
export type Theme = 'light' | 'dark'
export type ThemeChoice = Theme | 'system'

type Preferences = {
  zone: Zone
  setZone: (zone: Zone) => void
  /** What was chosen; `system` follows the device. */
  theme: ThemeChoice
  /** What is on screen. */
  shownTheme: Theme
  setTheme: (theme: ThemeChoice) => void
  /** Whether single-key shortcuts work (WCAG 2.1.4). */
  shortcuts: boolean
  setShortcuts: (on: boolean) => void
}

const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // Another tab of the same browser may change them.
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null // storage may be forbidden; the defaults hold
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // The choice lasts as long as the page then.
  }
  for (const listener of listeners) listener()
}

function useStored(key: string): string | null {
  return useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  )
}

const DARK = '(prefers-color-scheme: dark)'

function useDeviceTheme(): Theme {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(DARK)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => (matchMedia(DARK).matches ? 'dark' : 'light'),
    () => 'light',
  )
}

const Context = createContext<Preferences | null>(null)

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const storedZone = useStored(PREFERENCE_KEYS.zone)
  const storedTheme = useStored(PREFERENCE_KEYS.theme)
  const storedShortcuts = useStored(PREFERENCE_KEYS.shortcuts)
  const device = useDeviceTheme()
  const theme = storedTheme === 'light' || storedTheme === 'dark' ? storedTheme : 'system'
  const shownTheme = theme === 'system' ? device : theme

  useEffect(() => {
    document.documentElement.dataset.theme = shownTheme
  }, [shownTheme])

  const value = useMemo<Preferences>(
    () => ({
      zone: storedZone === 'utc' ? 'utc' : 'local',
      setZone: (zone) => write(PREFERENCE_KEYS.zone, zone),
      theme,
      shownTheme,
      setTheme: (choice) => write(PREFERENCE_KEYS.theme, choice),
      shortcuts: storedShortcuts !== 'off',
      setShortcuts: (on) => write(PREFERENCE_KEYS.shortcuts, on ? 'on' : 'off'),
    }),
    [storedZone, theme, shownTheme, storedShortcuts],
  )
  return <Context value={value}>{children}</Context>
}

/** The reader's own settings, kept in this browser. The server renders the defaults. */
export function usePreferences(): Preferences {
  const value = use(Context)
  if (value === null) throw new Error('usePreferences stands outside PreferencesProvider')
  return value
}
