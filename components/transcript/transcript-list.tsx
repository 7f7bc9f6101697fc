'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef } from 'react'
import { sideOfUtterance } from '@/lib/contract/party-side'
import type { Recording } from '@/lib/contract/recording'
import type { Utterance } from '@/lib/contract/transcript'
import type { Player } from '../player/player'
import { utteranceAt } from '../player/speech'
import { usePlayerState } from '../player/use-player'
import { Button } from '../ui/button'
import type { Hit } from './find'
import type { Find } from './use-find'
import { useFollow } from './use-follow'
import { UtteranceRow } from './utterance-row'

/** Characters in a line of the narrowest pane, for a first guess at a row's height. */
const LINE_CHARACTERS = 76
const LINE_PX = 22
const ROW_PX = 36

type TranscriptListProps = {
  player: Player
  recording: Pick<Recording, 'direction' | 'parties'>
  utterances: readonly Utterance[]
  find: Find
  onQuote: (utterance: Utterance) => void
}

/** The utterances, of which only those in sight are in the page, however many there are. */
export function TranscriptList(props: TranscriptListProps) {
  const { player, recording, utterances, find, onQuote } = props
  const scroller = useRef<HTMLElement>(null)
  const activeIndex = usePlayerState(player, (state) => utteranceAt(utterances, state.positionMs))
  const begun = usePlayerState(player, (state) => state.phase !== 'idle' || state.positionMs > 0)
  const jumps = usePlayerState(player, (state) => state.jumps)
  const sides = useMemo(
    () => utterances.map((utterance) => sideOfUtterance(recording, utterance)),
    [recording, utterances],
  )
  const hitsByRow = useMemo(() => {
    const rows = new Map<number, Hit[]>()
    for (const hit of find.hits) {
      const row = rows.get(hit.utterance)
      if (row === undefined) rows.set(hit.utterance, [hit])
      else row.push(hit)
    }
    return rows
  }, [find.hits])

  const virtualizer = useVirtualizer({
    count: utterances.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const length = utterances[index]?.text.length ?? 0
      return ROW_PX + LINE_PX * Math.max(1, Math.ceil(length / LINE_CHARACTERS))
    },
    overscan: 8,
    paddingStart: 8,
    paddingEnd: 56,
  })
  const { following, show, letGo, resume } = useFollow({
    scroller,
    activeIndex: begun ? activeIndex : -1,
    rowAt: (index) => virtualizer.measurementsCache[index],
  })

  // Whoever goes somewhere wants to read there.
  const seenJumps = useRef(jumps)
  useEffect(() => {
    if (seenJumps.current === jumps) return
    seenJumps.current = jumps
    resume()
  }, [jumps, resume])

  const current = find.hits[find.at]
  useEffect(() => {
    if (current === undefined) return
    letGo()
    show(current.utterance)
  }, [current, letGo, show])

  return (
    <div className="relative min-h-0 grow">
      <section
        ref={scroller}
        aria-label="What was said"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="absolute inset-0 overflow-y-auto px-2 focus-visible:-outline-offset-2"
      >
        <ol
          aria-label="Transcript"
          className="relative w-full"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map((item) => {
            const utterance = utterances[item.index]
            if (utterance === undefined) return null
            return (
              <li
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                aria-setsize={utterances.length}
                aria-posinset={item.index + 1}
                className="absolute top-0 left-0 w-full"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <UtteranceRow
                  utterance={utterance}
                  side={sides[item.index] ?? 'internal'}
                  active={begun && item.index === activeIndex}
                  hits={hitsByRow.get(item.index)}
                  currentHit={current?.utterance === item.index ? current : undefined}
                  player={player}
                  onQuote={onQuote}
                />
              </li>
            )
          })}
        </ol>
      </section>
      {!following && begun && activeIndex >= 0 && (
        <div className="absolute inset-x-0 bottom-3 flex justify-center">
          <Button
            onClick={() => {
              resume()
              show(activeIndex)
            }}
            className="shadow-overlay"
          >
            Back to now
          </Button>
        </div>
      )}
    </div>
  )
}
