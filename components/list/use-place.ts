'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

/** The active row: its id, and where it stands. An id is null while the row is on its way. */
export type Place = { id: number | null; index: number | null }

/** The same as an address carries it. */
type InAddress = { at: number | null; row: number | null }

const WRITE_AFTER_MS = 250

/**
 * The active row. Moves at once; the address follows when the keys have rested, because a browser allows only so many
 * changes of address a second.
 */
export function usePlace(
  state: InAddress,
  change: (next: InAddress, how: 'replace') => void,
  arrivals: number,
) {
  const [place, setPlace] = useState<Place>({ id: state.at, index: state.row })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const [seen, setSeen] = useState(arrivals)
  if (seen !== arrivals) {
    setSeen(arrivals)
    setPlace({ id: state.at, index: state.row })
  }
  // What was about to be written is of the state before: after Back or a saved view it would stand in another list's address.
  // biome-ignore lint/correctness/useExhaustiveDependencies: an arrival is what ends it
  useEffect(() => () => clearTimeout(timer.current), [arrivals])
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
