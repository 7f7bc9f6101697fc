'use client'

import { useMemo, useState } from 'react'
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
  // Not deferred: while something plays, urgent drawing never leaves room for deferred work.
  const hits = useMemo(() => findHits(utterances, text), [utterances, text])
  const first = useMemo(() => firstHitFrom(hits, positionMs()), [hits, positionMs])
  const at = chosen?.text === text && chosen.at < hits.length ? chosen.at : first
  return {
    text,
    setText,
    hits,
    at,
    go(step) {
      if (hits.length > 0) setChosen({ text, at: (at + step + hits.length) % hits.length })
    },
  }
}
