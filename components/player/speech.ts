import { type Side, sideOfChannel, sideOfUtterance } from '@/lib/contract/party-side'
import type { Recording } from '@/lib/contract/recording'
import type { Utterance } from '@/lib/contract/transcript'
import type { Stretch } from './silence'

/** One party's speech: a lane of the speech map. */
export type Lane = { speaker: string; side: Side; stretches: Stretch[] }

/** More lanes than this would be too thin to read; further speakers share the last lane of their side. */
export const MAX_LANES = 6

type Conversation = Pick<Recording, 'direction' | 'parties'>

/** Who spoke when: one lane a speaker, the firm's side first, then in order of first word. */
export function speechLanes(recording: Conversation, utterances: readonly Utterance[]): Lane[] {
  const lanes: Lane[] = []
  for (const utterance of utterances) {
    const side = sideOfUtterance(recording, utterance)
    const speaker = utterance.speaker ?? (side === 'internal' ? 'Our side' : 'Other side')
    let lane = lanes.find((candidate) => candidate.speaker === speaker && candidate.side === side)
    if (lane === undefined && lanes.length >= MAX_LANES) {
      lane = lanes.findLast((candidate) => candidate.side === side) ?? lanes.at(-1)
    }
    if (lane === undefined) {
      lane = { speaker, side, stretches: [] }
      lanes.push(lane)
    }
    lane.stretches.push({ startMs: utterance.startMs, endMs: utterance.endMs })
  }
  const ours = lanes.filter((lane) => lane.side === 'internal')
  return [...ours, ...lanes.filter((lane) => lane.side === 'external')].map((lane) => ({
    ...lane,
    stretches: joined(lane.stretches, 0),
  }))
}

/** Stretches in order, those that touch or lie less than `gapMs` apart made one. */
export function joined(stretches: readonly Stretch[], gapMs: number): Stretch[] {
  const result: Stretch[] = []
  for (const stretch of [...stretches].sort((a, b) => a.startMs - b.startMs)) {
    const last = result.at(-1)
    if (last !== undefined && stretch.startMs - last.endMs <= gapMs) {
      last.endMs = Math.max(last.endMs, stretch.endMs)
    } else result.push({ startMs: stretch.startMs, endMs: stretch.endMs })
  }
  return result
}

/** When at least two lanes speak at once. */
export function overlapsOf(lanes: readonly Lane[]): Stretch[] {
  const edges = lanes
    .flatMap((lane) => lane.stretches)
    .flatMap(({ startMs, endMs }) => [
      { atMs: startMs, step: 1 },
      { atMs: endMs, step: -1 },
    ])
    .sort((a, b) => a.atMs - b.atMs || a.step - b.step)
  const result: Stretch[] = []
  let speaking = 0
  for (const { atMs, step } of edges) {
    const before = speaking
    speaking += step
    if (before === 1 && speaking === 2) result.push({ startMs: atMs, endMs: atMs })
    const last = result.at(-1)
    if (before === 2 && speaking === 1 && last !== undefined) last.endMs = atMs
  }
  return joined(
    result.filter((stretch) => stretch.endMs > stretch.startMs),
    0,
  )
}

/** Which party's colour an audio channel is drawn in, each stretch of it; the gaps take the last one's. */
export type Painted = Stretch & { side: Side | 'overlap' }

/**
 * The colours of one audio channel over time. With one channel for everybody the colour follows who speaks;
 * with a channel a party it is the party's own, and only overlap stands out.
 */
export function paintOfChannel(
  recording: Conversation,
  utterances: readonly Utterance[],
  channel: number,
  channels: number,
): { side: Side; painted: Painted[] } {
  const side = sideOfChannel(recording, utterances, channel)
  const lanes = speechLanes(recording, utterances)
  const overlaps: Painted[] = overlapsOf(lanes).map((stretch) => ({ ...stretch, side: 'overlap' }))
  if (channels > 1) return { side, painted: overlaps }
  const spoken: Painted[] = lanes
    .filter((lane) => lane.side !== side)
    .flatMap((lane) => lane.stretches.map((stretch) => ({ ...stretch, side: lane.side })))
  return { side, painted: [...spoken, ...overlaps] }
}

/** The last utterance that has begun at `atMs`, by index; -1 before the first. `utterances` are in order. */
export function utteranceAt(
  utterances: readonly Pick<Utterance, 'startMs'>[],
  atMs: number,
): number {
  let low = 0
  let high = utterances.length
  while (low < high) {
    const middle = (low + high) >> 1
    const utterance = utterances[middle]
    if (utterance !== undefined && utterance.startMs <= atMs) low = middle + 1
    else high = middle
  }
  return low - 1
}
