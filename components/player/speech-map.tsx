import type { Side } from '@/lib/contract/party-side'
import type { Stretch } from './silence'
import type { Lane } from './speech'

const FILL: Record<Side, string> = { internal: 'fill-internal', external: 'fill-external' }
/** Drawn in thousandths of the width, so that it scales without being drawn anew. */
const WIDTH = 1000
/** A shorter stretch would vanish. */
const LEAST = 1.2

const bars = (stretches: readonly Stretch[], durationMs: number, y: number, height: number) =>
  stretches
    .map(({ startMs, endMs }) => {
      const x = (startMs / durationMs) * WIDTH
      const width = Math.max(LEAST, ((endMs - startMs) / durationMs) * WIDTH)
      return `M${x.toFixed(2)} ${y}h${width.toFixed(2)}v${height}h-${width.toFixed(2)}z`
    })
    .join('')

type SpeechMapProps = {
  lanes: readonly Lane[]
  overlaps: readonly Stretch[]
  durationMs: number
  /** Of the height of its lane that a bar takes. */
  thickness: number
  className?: string
}

/** Who speaks when: a lane a party in its colour, overlap in a third. Pure drawing, told in words elsewhere. */
export function SpeechMap(props: SpeechMapProps) {
  const { lanes, overlaps, durationMs, thickness, className } = props
  const laneHeight = 100 / Math.max(1, lanes.length)
  const barHeight = laneHeight * thickness
  const top = (index: number) => index * laneHeight + (laneHeight - barHeight) / 2
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} 100`}
      preserveAspectRatio="none"
      className={className}
    >
      {lanes.map((lane, index) => (
        <path
          key={`${lane.side} ${lane.speaker}`}
          d={bars(lane.stretches, durationMs, top(index), barHeight)}
          className={FILL[lane.side]}
        />
      ))}
      {lanes.map((lane, index) => (
        <path
          key={`${lane.side} ${lane.speaker}`}
          d={bars(within(overlaps, lane.stretches), durationMs, top(index), barHeight)}
          className="fill-overlap"
        />
      ))}
    </svg>
  )
}

/** The parts of `overlaps` in which this lane speaks. Both are in order. */
function within(overlaps: readonly Stretch[], spoken: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  let from = 0
  for (const overlap of overlaps) {
    while ((spoken[from]?.endMs ?? Number.POSITIVE_INFINITY) <= overlap.startMs) from++
    for (let index = from; index < spoken.length; index++) {
      const stretch = spoken[index]
      if (stretch === undefined || stretch.startMs >= overlap.endMs) break
      result.push({
        startMs: Math.max(stretch.startMs, overlap.startMs),
        endMs: Math.min(stretch.endMs, overlap.endMs),
      })
    }
  }
  return result
}
