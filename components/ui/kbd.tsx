'use client'

import { clsx } from 'clsx'
import { useSyncExternalStore } from 'react'
import { isMac, keyCaps } from './chord'

const never = () => () => {}

/** A key or a chord as it is pressed: `mod+k` reads ⌘K on a Mac and Ctrl K elsewhere. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  // The server cannot know the keyboard; it draws the other one's caps until the page is alive.
  const mac = useSyncExternalStore(never, isMac, () => false)
  return (
    <span className={clsx('inline-flex gap-0.5', className)}>
      {keyCaps(keys, mac).map((cap) => (
        <kbd
          key={cap}
          className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded border border-line bg-sunk px-1 font-mono text-[11px] text-muted leading-none"
        >
          {cap}
        </kbd>
      ))}
    </span>
  )
}
