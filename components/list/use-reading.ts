'use client'

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'

/** Coming back within this time shows what was read before: each reading is recorded and asks Focus many times. */
const KEEP_MS = 5 * 60_000

/** A question that is answered line by line, and what is known of its answer so far. */
export type ReadingRun<S> = {
  /** Asks; ends without throwing, whatever comes of it. */
  start(): Promise<void>
  cancel(): void
  /** The same object until something changed. */
  read(): S
  subscribe(listener: () => void): () => void
}

type Readable = {
  state: string
  /** When it was asked for, an instant; empty before the page in the browser asks. */
  askedUtc: string
}

type KeyedRun<S> = { key: string; run: ReadingRun<S> }

/** What is known of the answer to the question `key`. */
export type Asked<S> = { key: string; shown: S }

export type UsedReading<S> = {
  now: Asked<S>
  /** The reading before, if that found something. */
  before: Asked<S> | null
  cancel: () => void
  /** Asks anew. */
  again: () => void
}

/** One kind of reading, made once for all who use it: it keeps the last reading that ended. */
export class ReadingKind<S extends Readable> {
  #last: { asked: KeyedRun<S>; untilMs: number } | null = null

  constructor(
    /** Shown before a reading begins. */
    readonly nothing: S,
    /** Whether a reading is worth showing while the next has nothing yet. */
    readonly foundSome: (shown: S) => boolean,
  ) {}

  /** The last reading if it answers the question `key` and is not too old. */
  kept(key: string): KeyedRun<S> | null {
    const last = this.#last
    return last !== null && last.asked.key === key && Date.now() < last.untilMs ? last.asked : null
  }

  keep(asked: KeyedRun<S>): void {
    this.#last = { asked, untilMs: Date.now() + KEEP_MS }
  }

  forget(): void {
    this.#last = null
  }
}

/**
 * Reads for as long as somebody looks at it. `key` says when the question is another one; `begin` makes the reading at the
 * moment of asking. Coming back to the question of the last reading that ended shows that.
 */
export function useReading<S extends Readable>(
  kind: ReadingKind<S>,
  key: string,
  begin: (askedUtc: string) => ReadingRun<S>,
): UsedReading<S> {
  const [runs, setRuns] = useState<{ now: KeyedRun<S> | null; before: KeyedRun<S> | null }>({
    now: null,
    before: null,
  })
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question; a round asks the same again
  useEffect(() => {
    const kept = kind.kept(key)
    if (kept !== null) {
      setRuns(({ now }) => ({ now: kept, before: now }))
      return
    }
    const run = begin(new Date().toISOString())
    const asked = { key, run }
    setRuns(({ now, before }) => ({
      now: asked,
      before: now !== null && kind.foundSome(now.run.read()) ? now : before,
    }))
    // Not at once: what is set aside in the same moment must not leave an entry in the ledger.
    const timer = setTimeout(() => {
      void run.start().then(() => {
        if (run.read().state === 'ended') kind.keep(asked)
      })
    }, 0)
    return () => {
      clearTimeout(timer)
      if (run.read().state !== 'ended') run.cancel()
    }
  }, [kind, key, round])

  const { now, before } = runs
  const shown = useSyncExternalStore(
    now?.run.subscribe ?? never,
    now?.run.read ?? (() => kind.nothing),
    () => kind.nothing,
  )
  return {
    now: { key: now?.key ?? key, shown },
    before: before && { key: before.key, shown: before.run.read() },
    cancel: useCallback(() => now?.run.cancel(), [now]),
    again: useCallback(() => {
      kind.forget()
      setRound((old) => old + 1)
    }, [kind]),
  }
}

const never = () => () => undefined
