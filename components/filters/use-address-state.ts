'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'

export type ChangeAddress<S> = (next: Partial<S>, how: 'push' | 'replace') => void

/**
 * A page's state, which is its address: Back, reload and a pasted link give the same screen. A change shows at once; the
 * router tells of it later, and what it tells of our own changes is not news. `arrivals` counts the states that came from
 * elsewhere. `parse` and `hrefOf` are each other's inverse and stay the same functions.
 */
export function useAddressState<S>(
  parse: (params: Pick<URLSearchParams, 'get'>) => S,
  hrefOf: (state: S) => string,
): { state: S; change: ChangeAddress<S>; arrivals: number } {
  const params = useSearchParams()
  const [{ state, arrivals }, setShown] = useState(() => ({ state: parse(params), arrivals: 0 }))
  const latest = useRef(state)
  const own = useRef<string[]>([])
  useEffect(() => {
    const arrived = parse(params)
    const href = hrefOf(arrived)
    const echo = own.current.indexOf(href)
    if (echo >= 0) own.current = own.current.slice(echo + 1)
    else if (href !== hrefOf(latest.current)) {
      own.current = []
      latest.current = arrived
      setShown((before) => ({ state: arrived, arrivals: before.arrivals + 1 }))
    }
  }, [params, parse, hrefOf])
  const change = useCallback<ChangeAddress<S>>(
    (next, how) => {
      const before = hrefOf(latest.current)
      const changed = { ...latest.current, ...next }
      const after = hrefOf(changed)
      if (after === before) return
      latest.current = changed
      own.current.push(after)
      setShown((shown) => ({ ...shown, state: changed }))
      if (how === 'push') window.history.pushState(null, '', after)
      else window.history.replaceState(null, '', after)
    },
    [hrefOf],
  )
  return { state, change, arrivals }
}
