import type { Access } from '@/lib/ledger/access-ledger'
import { CALLS_OF_DEED, ROWS_OF_CALL } from './focus-actions'

/** How long after its intent a deed without a known end may still have asked Focus. */
export const LONGEST_UNTOLD_MS = 5 * 60_000

/** One request of ours that leaves at most one row in Focus's audit. */
export type Cause = {
  /** Of the deed it was made for. */
  sequence: number
  recordingId: number
  /** Name in the table of Focus's calls. */
  call: string
  startMs: number
  endMs: number
  /** Whether an outcome tells of it; else only that the deed would have made it. */
  told: boolean
}

/**
 * What a deed asked of Focus. Its outcome tells; where the deed is open, was cut off or failed, whatever such a deed asks
 * and its outcome does not tell may have been asked between its intent and its end, or in five minutes at most.
 */
export function causesOf(access: Access): Cause[] {
  const { sequence, deed, outcome } = access
  if (!deed.allowed) return []
  const own = recordingsOf(access)
  const told = (outcome?.upstream ?? []).flatMap((call) => {
    const recordingId = call.recordingId ?? (own.length === 1 ? own[0] : undefined)
    if (recordingId === undefined || ROWS_OF_CALL[call.call] === undefined) return []
    const startMs = Date.parse(call.startedUtc)
    const endMs = startMs + call.durationMs
    const cause = { sequence, recordingId, call: call.call, startMs, endMs, told: true }
    // Each repetition may have left its own row before its answer was lost.
    return Array.from({ length: Math.max(1, call.attempts) }, () => cause)
  })
  const complete = access.state === 'closed' && outcome?.problem === undefined
  if (complete) return told
  const startMs = Date.parse(access.timeUtc)
  const ended = access.endedUtc === null ? Number.POSITIVE_INFINITY : Date.parse(access.endedUtc)
  const endMs = Math.max(startMs, Math.min(ended, startMs + LONGEST_UNTOLD_MS))
  const untold = own.flatMap((recordingId) =>
    (CALLS_OF_DEED[deed.action] ?? [])
      .filter((call) => !told.some((one) => one.recordingId === recordingId && one.call === call))
      .map((call) => ({ sequence, recordingId, call, startMs, endMs, told: false })),
  )
  return [...told, ...untold]
}

const ABOUT_RECORDINGS: readonly string[] = ['recording', 'recordings', 'audit', 'evidence']

/** The recordings a deed names, in its order. */
export function recordingsOf({ deed }: Access): number[] {
  const { kind, ids } = deed.object
  if (!ABOUT_RECORDINGS.includes(kind)) return []
  return ids.filter((id) => /^[1-9]\d{0,15}$/.test(id)).map(Number)
}
