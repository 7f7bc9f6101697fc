'use client'

import { useDeferredValue, useMemo, useState } from 'react'
import type { Utterance } from '@/lib/contract/transcript'
import { findHits, firstHitFrom, type Hit } from './find'

export type Find = {
  text: string
  setText: (text: string) => void
  hits: readonly Hit[]
  /** The hit stood on, -1 for none. */
  at: number
  /** To the next (1) or previous (-1), round the end. */
  go: (step: 1 | -1) => void
}

/** Find in the transcript. A new text stands on the first hit from the playhead on. */
export function useFind(
  utterances: readonly Utterance[],
  initial: string,
  positionMs: () => number,
): Find {
  const [text, setText] = useState(initial)
  const [chosen, setChosen] = useState<{ text: string; at: number } | null>(null)
  const sought = useDeferredValue(text)
  const hits = useMemo(() => findHits(utterances, sought), [utterances, sought])
  const first = useMemo(() => firstHitFrom(hits, positionMs()), [hits, positionMs])
  const at = chosen?.text === sought && chosen.at < hits.length ? chosen.at : first
  return {
    text,
    setText,
    hits,
    at,
    go(step) {
      if (hits.length > 0) setChosen({ text: sought, at: (at + step + hits.length) % hits.length })
    },
  }
}
