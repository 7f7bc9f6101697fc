'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { parseRetention, type RetentionState, retentionHref } from '@/lib/url/retention-url'

export type ChangeRetention = (next: Partial<RetentionState>, how?: 'push' | 'replace') => void

/**
 * The page's state, which is its address: Back, reload and a pasted link give the same screen. A change shows at once; the
 * router tells of it later, and what it tells of our own changes is not news.
 */
export function useRetentionState(): { state: RetentionState; change: ChangeRetention } {
  const params = useSearchParams()
  const [state, setState] = useState(() => parseRetention(params))
  const latest = useRef(state)
  const own = useRef<string[]>([])
  useEffect(() => {
    const arrived = parseRetention(params)
    const href = retentionHref(arrived)
    const echo = own.current.indexOf(href)
    if (echo >= 0) own.current = own.current.slice(echo + 1)
    else if (href !== retentionHref(latest.current)) {
      own.current = []
      latest.current = arrived
      setState(arrived)
    }
  }, [params])
  const change = useCallback<ChangeRetention>((next, how = 'push') => {
    const before = retentionHref(latest.current)
    const changed = { ...latest.current, ...next }
    const after = retentionHref(changed)
    if (after === before) return
    latest.current = changed
    own.current.push(after)
    setState(changed)
    if (how === 'push') window.history.pushState(null, '', after)
    else window.history.replaceState(null, '', after)
  }, [])
  return { state, change }
}
