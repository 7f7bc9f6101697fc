'use client'

import { useEffect } from 'react'
import { keepSession } from '@/lib/query/session'

/** Well below the shortest idle limit that is of any use. */
const EVERY_MS = 4 * 60_000
/** `timeupdate` is media being played: somebody who listens is not idle, though nothing is asked of the server. */
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel', 'timeupdate'] as const

/** Keeps the session of somebody who reads or listens; somebody who left is signed out as if this were not here. */
export function KeepSession() {
  useEffect(() => {
    let alive = false
    const mark = () => {
      alive = true
    }
    const listening = new AbortController()
    // Media events do not bubble, so they are caught on the way down.
    for (const sign of SIGNS_OF_LIFE)
      document.addEventListener(sign, mark, {
        capture: true,
        passive: true,
        signal: listening.signal,
      })
    const timer = setInterval(() => {
      if (!alive) return
      alive = false
      // A failure here is shown by the next call that matters.
      keepSession().catch(() => undefined)
    }, EVERY_MS)
    return () => {
      clearInterval(timer)
      listening.abort()
    }
  }, [])
  return null
}
