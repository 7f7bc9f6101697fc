import { useId } from 'react'
import type { Stretch } from './silence'

type HatchProps = {
  stretches: readonly Stretch[]
  durationMs: number
  /** Diagonal one way or the other, so that two hatches are told apart. */
  lean: 'left' | 'right'
  className: string
}

const percent = (ms: number, durationMs: number) => `${((ms / durationMs) * 100).toFixed(3)}%`

/** Hatched stretches over the whole height: what is told apart without colour. */
export function Hatch({ stretches, durationMs, lean, className }: HatchProps) {
  const pattern = useId()
  return (
    <svg aria-hidden="true" className={`absolute inset-0 size-full ${className}`}>
      <defs>
        <pattern
          id={pattern}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform={`rotate(${lean === 'right' ? 45 : -45})`}
        >
          <line x1="0" y1="0" x2="0" y2="5" stroke="currentColor" strokeWidth="1.6" />
        </pattern>
      </defs>
      {stretches.map(({ startMs, endMs }) => (
        <rect
          key={startMs}
          x={percent(startMs, durationMs)}
          width={percent(endMs - startMs, durationMs)}
          height="100%"
          fill={`url(#${pattern})`}
        />
      ))}
    </svg>
  )
}
