import type { Interval } from '@/lib/contract/ledger'
import type { Stretch } from './silence'

/** Why nothing plays: a failure of the table, a format no browser plays, or a stream that broke off. */
export type PlayFailure =
  | { kind: 'problem'; error: Error }
  | { kind: 'format' }
  | { kind: 'broken-off' }

export type PlayerState = {
  /** `idle` before Play: nothing has been asked for. */
  phase: 'idle' | 'starting' | 'ready' | 'failed'
  playing: boolean
  /** Play was pressed, or a seek made, and the sound for it has not arrived. */
  waiting: boolean
  positionMs: number
  /** Of the media once known; before that as the recording or its transcript says; null when neither does. */
  durationMs: number | null
  speed: number
  skipSilence: boolean
  /** What a link or a selection marks. */
  range: Stretch | null
  failure: PlayFailure | null
  /** The media comes decoded to WAV because the browser refused the original. */
  as: 'wav' | undefined
  /** What of it was heard since Play, brought up to date about twice a second. */
  heard: readonly Interval[]
  /** Counts jumps, for those who only care that one was made. */
  jumps: number
}

/** The smallest store there is: a value, and who wants to know when it changes. */
export function createStore<T extends object>(initial: T) {
  let state = initial
  const listeners = new Set<() => void>()
  return {
    state: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(change: Partial<T>): void {
      const keys = Object.keys(change) as (keyof T)[] // a Partial has no other keys
      if (keys.every((key) => Object.is(state[key], change[key]))) return
      state = { ...state, ...change }
      for (const listener of listeners) listener()
    },
  }
}
