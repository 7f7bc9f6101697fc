import type { Interval } from '@/lib/contract/ledger'
import type { Entry, Outcome, UpstreamCall, WhoseCall } from './access-ledger'

/** One entry of a listening that is being written. */
export type Open = {
  entry: Entry
  requests: number
  /** Of the newest request that was not broken off by the reader; a seek breaks off the one before. */
  status: number | null
  problem: string | undefined
  bytes: number
  upstream: UpstreamCall[]
  whose: WhoseCall[]
  heard: Interval[]
  /** What the newest progress entry says. */
  toldMs: number
  toldAtMs: number
  stopProgress: () => void
  stopWaiting: () => void
  ended: boolean
}

/** A progress is due fifteen seconds after the intent at the earliest. */
export function newlyOpen(entry: Entry, nowMs: number): Open {
  return {
    entry,
    requests: 0,
    status: null,
    problem: undefined,
    bytes: 0,
    upstream: [],
    whose: [],
    heard: [],
    toldMs: 0,
    toldAtMs: nowMs,
    stopProgress() {},
    stopWaiting() {},
    ended: false,
  }
}

/** Nothing served and nothing heard: the reader left before anything came. */
export function outcomeOf(open: Open, problem: string | undefined): Outcome {
  const { bytes, heard, upstream, whose } = open
  const nothing = bytes === 0 && heard.length === 0 && open.status === null
  const ended = nothing ? 'aborted' : problem
  return {
    status: open.status ?? (nothing ? 499 : 206),
    ...(ended !== undefined && { problem: ended }),
    bytes,
    heard,
    ...(upstream.length > 0 && { upstream }),
    ...(whose.length > 0 && { whose }),
  }
}
