'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import {
  parseRecordingSearch,
  type RecordingsState,
  recordingsHref,
} from '@/lib/url/recordings-url'

export type ChangeState = (next: Partial<RecordingsState>, how: 'push' | 'replace') => void

/**
 * The page's state, which is its address: Back, reload and a pasted link give the same screen. A change shows at once; the
 * router tells of it later, and what it tells of our own changes is not news. `arrivals` counts the states that came from elsewhere.
 */
export function useRecordingsState(): {
  state: RecordingsState
  change: ChangeState
  arrivals: number
} {
  const params = useSearchParams()
  const [{ state, arrivals }, setShown] = useState(() => ({
    state: parseRecordingSearch(params),
    arrivals: 0,
  }))
  const latest = useRef(state)
  const own = useRef<string[]>([])
  useEffect(() => {
    const arrived = parseRecordingSearch(params)
    const href = recordingsHref(arrived)
    const echo = own.current.indexOf(href)
    if (echo >= 0) own.current = own.current.slice(echo + 1)
    else if (href !== recordingsHref(latest.current)) {
      own.current = []
      latest.current = arrived
      setShown((before) => ({ state: arrived, arrivals: before.arrivals + 1 }))
    }
  }, [params])
  const change = useCallback<ChangeState>((next, how) => {
    const before = recordingsHref(latest.current)
    const changed = { ...latest.current, ...next }
    const after = recordingsHref(changed)
    if (after === before) return
    latest.current = changed
    own.current.push(after)
    setShown((shown) => ({ ...shown, state: changed }))
    if (how === 'push') window.history.pushState(null, '', after)
    else window.history.replaceState(null, '', after)
  }, [])
  return { state, change, arrivals }
}

export type Place = { id: number | null; index: number | null }
const WRITE_AFTER_MS = 250

/**
 * The active row. Moves at once; the address follows when the keys have rested, because a browser allows only so many
 * changes of address a second.
 */
export function usePlace(state: RecordingsState, change: ChangeState, arrivals: number) {
  const [place, setPlace] = useState<Place>({ id: state.at, index: state.row })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const [seen, setSeen] = useState(arrivals)
  if (seen !== arrivals) {
    setSeen(arrivals)
    setPlace({ id: state.at, index: state.row })
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const move = useCallback(
    (next: Place) => {
      setPlace(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(
        () => change({ at: next.id, row: next.index }, 'replace'),
        WRITE_AFTER_MS,
      )
    },
    [change],
  )
  return [place, move] as const
}
