'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PageFacts } from '@/lib/query/page-query'
import { type Gathered, gatherPages, MOST_GATHERED, NOTHING_GATHERED } from './gather-pages'
import type { ListSource } from './list-source'

/** Rows are shown this often while they arrive: filtering and sorting them each time must not fill the day. */
const SHOW_EVERY_MS = 250
/** The more there are, the longer it takes: of 400,000 every two seconds. */
const SHOWN_A_MS = 200

export type GatheredList<T> = {
  /** Null while it is not wanted. */
  gathered: Gathered<T> | null
  cancel: () => void
  again: () => void
}

type Run<T> = { key: string; gathered: Gathered<T> }

/** A list read whole, or its first `most` rows, so that it can be filtered and sorted here; reads nothing while it is not `wanted`. */
export function useGatheredList<T, P extends PageFacts>(
  source: ListSource<T, P>,
  wanted: boolean,
  most: number = MOST_GATHERED,
): GatheredList<T> {
  const client = useQueryClient()
  const [run, setRun] = useState<Run<T> | null>(null)
  const [round, setRound] = useState(0)
  const stop = useRef<AbortController | null>(null)
  const { key } = source

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the source; a round asks the same again
  useEffect(() => {
    if (!wanted) return
    const controller = new AbortController()
    stop.current = controller
    let timer: ReturnType<typeof setTimeout> | undefined
    let newest: Gathered<T> = NOTHING_GATHERED
    let live = true
    const show = () => {
      timer = undefined
      setRun({ key, gathered: newest })
    }
    // Not in the same moment: what is typed over at once must not ask, nor leave an entry in the ledger.
    const begin = setTimeout(() => {
      const take = (gathered: Gathered<T>) => {
        if (!live) return
        newest = gathered
        if (gathered.state !== 'reading') {
          clearTimeout(timer)
          show()
        } else timer ??= setTimeout(show, SHOW_EVERY_MS + gathered.rows.length / SHOWN_A_MS)
      }
      void gatherPages(client, source, controller.signal, take, most)
    }, 0)
    return () => {
      clearTimeout(begin)
      clearTimeout(timer)
      live = false
      controller.abort()
    }
  }, [client, key, wanted, round, most])

  const gathered = run?.key === key ? run.gathered : NOTHING_GATHERED
  return {
    gathered: wanted ? gathered : null,
    cancel: useCallback(() => stop.current?.abort(), []),
    again: useCallback(() => {
      setRun(null)
      setRound((old) => old + 1)
    }, []),
  }
}
