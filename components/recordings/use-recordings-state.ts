'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import {
  parseRecordingSearch,
  type RecordingsState,
  recordingsHref,
} from '@/lib/url/recordings-url'

export type ChangeState = (next: Partial<RecordingsState>, how: 'push' | 'replace') => void

/** The page's state, which is its address: Back, reload and a pasted link give the same screen. */
export function useRecordingsState(): [RecordingsState, ChangeState] {
  const params = useSearchParams()
  const state = useMemo(() => parseRecordingSearch(params), [params])
  const latest = useRef(state)
  useEffect(() => {
    latest.current = state
  }, [state])
  const change = useCallback<ChangeState>((next, how) => {
    const before = recordingsHref(latest.current)
    latest.current = { ...latest.current, ...next }
    const after = recordingsHref(latest.current)
    if (after === before) return
    if (how === 'push') window.history.pushState(null, '', after)
    else window.history.replaceState(null, '', after)
  }, [])
  return [state, change]
}

export type Place = { id: number | null; index: number | null }
const WRITE_AFTER_MS = 250

/**
 * The active row. Moves at once; the address follows when the keys have rested, because a browser allows only so many
 * changes of address a second.
 */
export function usePlace(state: RecordingsState, change: ChangeState) {
  const [place, setPlace] = useState<Place>({ id: state.at, index: state.row })
  const fromAddress = useRef(`${state.at}:${state.row}`)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    const key = `${state.at}:${state.row}`
    if (key === fromAddress.current) return
    fromAddress.current = key
    clearTimeout(timer.current)
    setPlace({ id: state.at, index: state.row })
  }, [state.at, state.row])
  useEffect(() => () => clearTimeout(timer.current), [])
  const move = useCallback(
    (next: Place) => {
      setPlace(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        fromAddress.current = `${next.id}:${next.index}`
        change({ at: next.id, row: next.index }, 'replace')
      }, WRITE_AFTER_MS)
    },
    [change],
  )
  return [place, move] as const
}

/** The value once it has stayed the same for so long; the first one at once. */
export function useRested<T>(value: T, restMs: number): T {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs)
    return () => clearTimeout(timer)
  }, [value, restMs])
  return rested
}
