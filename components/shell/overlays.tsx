'use client'

import { createContext, type ReactNode, use, useMemo, useState } from 'react'

/** What may lie over the page; one at a time. */
export type Overlay = 'palette' | 'keys' | 'pages'

type Overlays = { shown: Overlay | null; show: (overlay: Overlay | null) => void }

const Context = createContext<Overlays | null>(null)

export function OverlaysProvider({ children }: { children: ReactNode }) {
  const [shown, show] = useState<Overlay | null>(null)
  const value = useMemo(() => ({ shown, show }), [shown])
  return <Context value={value}>{children}</Context>
}

/** Opens and closes the palette, the key map and the folded-out rail. */
export function useOverlays(): Overlays {
  const value = use(Context)
  if (value === null) throw new Error('useOverlays stands outside the console')
  return value
}
