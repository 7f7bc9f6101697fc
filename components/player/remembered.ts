'use client'

import { useSyncExternalStore } from 'react'
import { steppedSpeed } from './speed'

/** What can be drawn over the waveform. */
export const LAYERS = ['comments', 'find', 'silence', 'overlap', 'heard'] as const
export type Layer = (typeof LAYERS)[number]

/** What this browser remembers of how a person listens, with the reading of each from text. */
const READ = {
  speed: (text: string | null) => {
    const speed = Number(text ?? 1)
    return Number.isFinite(speed) ? steppedSpeed(speed, 0) : 1
  },
  'skip-silence': (text: string | null) => text === 'on',
  'hidden-layers': (text: string | null) => text ?? '',
} as const
type Name = keyof typeof READ
type Value<N extends Name> = ReturnType<(typeof READ)[N]>

const listeners = new Set<() => void>()
const keyOf = (name: Name) => `focus-console.player.${name}`

/** The remembered value, or the default where nothing is stored or storage is forbidden. */
export function readRemembered<N extends Name>(name: N): Value<N> {
  let text: string | null = null
  try {
    text = typeof localStorage === 'undefined' ? null : localStorage.getItem(keyOf(name))
  } catch {
    // Storage is forbidden: the default holds.
  }
  return READ[name](text) as Value<N> // READ[name] is the reader of that very name
}

/** Keeps a value for next time. */
export function remember(name: Name, text: string): void {
  try {
    localStorage.setItem(keyOf(name), text)
  } catch {
    // Storage is forbidden: it holds until the page is left.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Which layers are hidden, and a switch for each. */
export function useLayers() {
  const text = useSyncExternalStore(
    subscribe,
    () => readRemembered('hidden-layers'),
    () => '',
  )
  const hidden = new Set(text.split(',').filter(Boolean))
  return {
    shows: (layer: Layer) => !hidden.has(layer),
    setShown(layer: Layer, shown: boolean) {
      if (shown) hidden.delete(layer)
      else hidden.add(layer)
      remember('hidden-layers', [...hidden].join(','))
    },
  }
}
