'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type ChangeAddress, useAddressState } from '@/components/filters/use-address-state'
import {
  parseRecordingSearch,
  type RecordingsState,
  recordingsHref,
} from '@/lib/url/recordings-url'

export type ChangeState = ChangeAddress<RecordingsState>

/** The page's state, which is its address. */
export function useRecordingsState() {
  return useAddressState<RecordingsState>(parseRecordingSearch, recordingsHref)
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
