import type { Layer } from './remembered'
import type { Stretch } from './silence'

type MarkerLayerProps = {
  marks: { comments: readonly number[]; hits: readonly number[] }
  durationMs: number
  range: Stretch | null
  shows: (layer: Layer) => boolean
}

/** Comments, find hits and the marked range over the waveform. The lists beside it tell the same in words. */
export function MarkerLayer({ marks, durationMs, range, shows }: MarkerLayerProps) {
  const left = (ms: number) => ({ left: `${(ms / durationMs) * 100}%` })
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0">
      {range !== null && (
        <span
          style={{
            ...left(range.startMs),
            width: `${((range.endMs - range.startMs) / durationMs) * 100}%`,
          }}
          className="absolute inset-y-0 border-accent border-x bg-accent/12"
        />
      )}
      {shows('find') &&
        distinct(marks.hits).map((ms) => (
          <span
            key={ms}
            style={left(ms)}
            data-marker="hit"
            className="absolute bottom-0 -ml-1 h-3 w-2 rounded-t-sm border border-ink bg-mark"
          />
        ))}
      {shows('comments') &&
        distinct(marks.comments).map((ms) => (
          <span
            key={ms}
            style={left(ms)}
            data-marker="comment"
            className="absolute top-0 -ml-1 size-2 rounded-full rounded-bl-none border border-panel bg-accent"
          />
        ))}
    </div>
  )
}

const distinct = (marks: readonly number[]) => [...new Set(marks)]
