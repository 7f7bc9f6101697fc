'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'

export type ChangeAddress<S> = (next: Partial<S>, how?: 'push' | 'replace') => void

/**
 * A page's state, which is its address: Back, reload and a pasted link give the same screen. A change shows at once; the
 * router tells of it later, and what it tells of our own changes is not news. `arrivals` counts the states that came from
 * elsewhere. `parse` and `hrefOf` are each other's inverse and stay the same functions.
 */
export function useAddressState<S>(
  parse: (params: Pick<URLSearchParams, 'get' | 'getAll'>) => S,
  hrefOf: (state: S) => string,
): { state: S; change: ChangeAddress<S>; arrivals: number } {
  const params = useSearchParams()
  const [{ state, arrivals }, setShown] = useState(() => ({ state: parse(params), arrivals: 0 }))
  const latest = useRef(state)
  const own = useRef<string[]>([])
  const arrive = useCallback(
    (arrived: S) => {
      if (hrefOf(arrived) === hrefOf(latest.current)) return
      own.current = []
      latest.current = arrived
      setShown((before) => ({ state: arrived, arrivals: before.arrivals + 1 }))
    },
    [hrefOf],
  )
  useEffect(() => {
    const arrived = parse(params)
    const echo = own.current.indexOf(hrefOf(arrived))
    if (echo >= 0) own.current = own.current.slice(echo + 1)
    else arrive(arrived)
  }, [params, parse, hrefOf, arrive])
  // Back is seen where it happens: the router asks the server first, and tells of it when that has answered.
  useEffect(() => {
    const page = window.location.pathname
    const onBack = () => {
      if (window.location.pathname === page)
        arrive(parse(new URLSearchParams(window.location.search)))
    }
    window.addEventListener('popstate', onBack)
    return () => window.removeEventListener('popstate', onBack)
  }, [parse, arrive])
  const change = useCallback<ChangeAddress<S>>(
    (next, how = 'push') => {
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
