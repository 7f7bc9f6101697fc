import 'server-only'
import type { Peaks } from '@/lib/contract/peaks'
import { BASE_BUCKET_MS, SILENCE_THRESHOLD_DB } from './peak-meter'
import { playbacks } from './playback'
import type { Playbacks } from './playbacks'
import type { Playback } from './playing'

/** How long to wait for a Play that is on its way. */
const APPEAR_MS = 2000
/** How long to wait for the whole, before what there is is answered. */
const COMPLETE_MS = 1000
const LOOK_EVERY_MS = 25

/**
 * The waveform of a recording that is being played, in at most `points` buckets over its duration: whole
 * when that takes no longer than a second, else as far as it has arrived. Null when it is not being played;
 * never asks Focus for anything. Rejects only with the signal's reason.
 */
export function peaksOf(
  recordingId: number,
  points: number,
  signal: AbortSignal,
): Promise<Peaks | null> {
  return peaksFrom(playbacks(), recordingId, points, signal)
}

/** `peaksOf`, of a given set of playbacks. */
export async function peaksFrom(
  all: Playbacks,
  recordingId: number,
  points: number,
  signal: AbortSignal,
): Promise<Peaks | null> {
  const playback = await all.appears(recordingId, APPEAR_MS, signal)
  if (playback === null) return null
  for (let waitedMs = 0; waitedMs < COMPLETE_MS && !settled(playback); waitedMs += LOOK_EVERY_MS) {
    await all.pause(LOOK_EVERY_MS, signal)
  }
  return peaksAsTheyAre(playback, points)
}

function settled(playback: Playback): boolean {
  if (playback.spent) return true
  const { analysis } = playback
  return analysis !== null && (analysis.complete || analysis.unavailable !== null)
}

function peaksAsTheyAre(playback: Playback, points: number): Peaks {
  const { analysis } = playback
  const durationMs = analysis === null ? playback.durationHintMs : analysis.durationMs()
  const meter = analysis?.meter ?? null
  const drawn = meter?.aggregate(points, durationMs ?? 0)
  return {
    recordingId: playback.recordingId,
    durationMs,
    coveredMs: meter?.coveredMs ?? 0,
    complete: analysis?.complete ?? false,
    bucketMs: drawn?.bucketMs ?? BASE_BUCKET_MS,
    channels: drawn?.channels ?? [],
    silences: meter?.silences() ?? [],
    silenceThresholdDb: SILENCE_THRESHOLD_DB,
    unavailable: analysis?.unavailable ?? null,
  }
}
