'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { RecordingTallyRequest, TalliedRecording } from '@/lib/contract/recording-tally'
import { tallyRecordings } from '@/lib/query/recordings'
import type { Span } from './recordings-behind'
import { RecordingTally, type Tally } from './tally'

export type TallyReading = {
  /** `waiting` until the page in the browser asks: what the server drew cannot be cancelled yet. */
  state: 'waiting' | 'reading' | 'ended' | 'cancelled' | 'failed'
  tally: Tally
  read: number
  unreadable: number
  total: number | null
  /** Every recording of the search was counted. */
  complete: boolean
  /** When the recordings asked for began: instants, from inclusive, to exclusive. */
  span: Span
  error: unknown
}

const SHOW_EVERY_MS = 250
/** Coming back within this time shows what was read before: each run is recorded and asks Focus many times. */
const KEEP_MS = 5 * 60_000

type Read = { recordings: TalliedRecording[]; last: Omit<TallyReading, 'tally'>; untilMs: number }
let kept: { key: string; read: Read } | null = null

const BEGUN = {
  state: 'reading',
  read: 0,
  unreadable: 0,
  total: null,
  complete: false,
  span: {},
  error: null,
} as const

/**
 * Counts the recordings of a question, shown four times a second as pages arrive. `key` says when the question is another
 * one; `requestOf` makes it when it is asked. What was counted before it was cancelled or failed stays.
 */
export function useTally(
  key: string,
  timeZone: string,
  requestOf: (nowUtc: string) => RecordingTallyRequest,
): { reading: TallyReading; cancel: () => void; again: () => void } {
  const [reading, setReading] = useState<TallyReading>(() => ({
    ...BEGUN,
    state: 'waiting',
    tally: new RecordingTally(timeZone).read(),
  }))
  // Not state: a click must stop the run under way, also before the page is drawn again.
  const stop = useRef<AbortController | null>(null)
  const [round, setRound] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the request; a round asks the same again
  useEffect(() => {
    const tally = new RecordingTally(timeZone)
    if (kept !== null && kept.key === key && Date.now() < kept.read.untilMs) {
      tally.add(kept.read.recordings)
      setReading({ ...kept.read.last, tally: tally.read() })
      return
    }
    const stopping = new AbortController()
    stop.current = stopping
    const recordings: TalliedRecording[] = []
    let last: Read['last'] = BEGUN
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      clearTimeout(timer)
      timer = undefined
      setReading({ ...last, tally: tally.read() })
    }
    const run = async () => {
      try {
        const request = requestOf(new Date().toISOString())
        last = { ...last, span: request.recordings?.start ?? {} }
        await tallyRecordings(request, stopping.signal, (line) => {
          if (line.type === 'end') last = { ...last, complete: line.complete }
          if (line.type !== 'recordings') return
          recordings.push(...line.recordings)
          tally.add(line.recordings)
          const { read, unreadable, total } = line
          last = { ...last, read, unreadable, total }
          timer ??= setTimeout(show, SHOW_EVERY_MS)
        })
        last = { ...last, state: 'ended' }
        kept = { key, read: { recordings, last, untilMs: Date.now() + KEEP_MS } }
      } catch (error) {
        last = stopping.signal.aborted
          ? { ...last, state: 'cancelled' }
          : { ...last, state: 'failed', error }
      }
      if (!gone) show()
    }
    let gone = false
    // Not at once: what is set aside in the same moment must not leave an entry in the ledger.
    const begin = setTimeout(() => {
      show()
      void run()
    }, 0)
    return () => {
      gone = true
      clearTimeout(begin)
      clearTimeout(timer)
      stopping.abort()
    }
  }, [key, timeZone, round])

  return {
    reading,
    cancel: useCallback(() => stop.current?.abort(), []),
    again: useCallback(() => {
      kept = null
      setRound((before) => before + 1)
    }, []),
  }
}
