'use client'

import { type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import { usePreferences } from '@/components/ui/preferences'
import type { AccessEvent } from '@/lib/contract/access-event'
import { formatInstant, type Zone } from '@/lib/format/instant'
import type { TimeSpan } from '@/lib/url/audit-url'
import { counted } from './event-words'
import { axisTicks } from './timeline-axis'
import { laneAt, lanesOf, markPixels, nearestEvent } from './timeline-lanes'
import { LANE_PX, markColours, paintLanes } from './timeline-paint'
import { TimelineSpan } from './timeline-span'
import { useWidth } from './use-width'

type TimelineProps = {
  /** In time order, oldest first. */
  events: readonly AccessEvent[]
  range: { fromMs: number; toMs: number }
  span: TimeSpan | null
  onSpanChange: (span: TimeSpan | null) => void
  selected: AccessEvent | null
  onSelect: (event: AccessEvent) => void
  zone: Zone
  /** IANA name of that zone. */
  timeZone: string
}

const CLICK_PX = 4
const NEAR_PX = 8
/** Words of the axis stay whole at its ends. */
const HALF_WORD_PX = 22

/** When who did what: a lane each. Drag across it to take a stretch of time, press a mark to select its row. */
export function Timeline(props: TimelineProps) {
  const { events, range, span, onSpanChange, selected, onSelect, zone, timeZone } = props
  const { shownTheme } = usePreferences()
  const [box, widthPx] = useWidth()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drag, setDrag] = useState<{ fromPx: number; toPx: number } | null>(null)
  const lanes = useMemo(() => lanesOf(events), [events])
  const pixels = useMemo(
    () => markPixels(events, lanes, range, widthPx),
    [events, lanes, range, widthPx],
  )
  const ticks = useMemo(() => axisTicks(range, widthPx, timeZone), [range, widthPx, timeZone])
  const heightPx = Math.max(1, lanes.length) * LANE_PX

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours
  useEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context || widthPx === 0) return
    const ratio = window.devicePixelRatio
    element.width = Math.round(widthPx * ratio)
    element.height = Math.round(heightPx * ratio)
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    // In the next frame: only then the page wears the colours of a theme that has just been chosen.
    const frame = requestAnimationFrame(() =>
      paintLanes(context, pixels, widthPx, markColours(element)),
    )
    return () => cancelAnimationFrame(frame)
  }, [pixels, widthPx, heightPx, shownTheme])

  const msOf = (px: number) =>
    range.fromMs +
    (Math.min(widthPx, Math.max(0, px)) / Math.max(1, widthPx)) * (range.toMs - range.fromMs)
  const pxOf = (ms: number) => ((ms - range.fromMs) / (range.toMs - range.fromMs)) * widthPx
  const place = (event: PointerEvent) => {
    const rect = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - rect.left, y: event.clientY - rect.top }
  }
  const release = (event: PointerEvent) => {
    if (drag === null) return
    setDrag(null)
    const { x, y } = place(event)
    if (Math.abs(x - drag.fromPx) >= CLICK_PX) {
      const [from, to] = [drag.fromPx, x].map(msOf).sort((a, b) => a - b)
      if (from !== undefined && to !== undefined) onSpanChange(spanOf(from, to))
      return
    }
    const tolerance = msOf(NEAR_PX) - msOf(0)
    const hit = nearestEvent(events, lanes, Math.floor(y / LANE_PX), msOf(x), tolerance)
    if (hit !== null) onSelect(hit)
    else if (span !== null) onSpanChange(null)
  }

  const shownSpan =
    drag !== null && Math.abs(drag.toPx - drag.fromPx) >= CLICK_PX
      ? spanOf(...([drag.fromPx, drag.toPx].map(msOf).sort((a, b) => a - b) as [number, number])) // two in, two out
      : span
  const lanePlace = useMemo(() => laneAt(lanes), [lanes])
  return (
    <section aria-label="Timeline" className="border-line border-b px-4 pt-3 pb-1.5">
      <div className="flex">
        <ul aria-label="Who, one lane each" className="w-32 shrink-0 pr-3 text-[11px]">
          {lanes.map((lane) => (
            <li
              key={lane.key}
              title={`${lane.name}: ${counted(lane.count, 'access', 'accesses')}`}
              className={
                lane.alarming ? 'truncate font-semibold text-danger' : 'truncate text-muted'
              }
              style={{ height: LANE_PX, lineHeight: `${LANE_PX}px` }}
            >
              {lane.name}
            </li>
          ))}
        </ul>
        <div ref={box} className="relative min-w-0 grow" style={{ height: heightPx }}>
          <canvas
            ref={canvas}
            aria-hidden
            className="absolute inset-0 size-full touch-none"
            onPointerDown={(event) => {
              if (event.button !== 0) return
              event.currentTarget.setPointerCapture(event.pointerId)
              const { x } = place(event)
              setDrag({ fromPx: x, toPx: x })
            }}
            onPointerMove={(event) => drag !== null && setDrag({ ...drag, toPx: place(event).x })}
            onPointerUp={release}
            onPointerCancel={() => setDrag(null)}
          />
          <TimelineSpan range={range} span={shownSpan} onSpanChange={onSpanChange} zone={zone} />
          {selected !== null && (
            <span
              aria-hidden
              className="pointer-events-none absolute w-2.5 -translate-x-1/2 rounded-sm border-2 border-ink"
              style={{
                left: pxOf(Date.parse(selected.timeUtc)),
                top: lanePlace(selected) * LANE_PX + 1,
                height: LANE_PX - 2,
              }}
            />
          )}
        </div>
      </div>
      <div className="ml-32 h-5">
        <div aria-hidden className="relative h-full text-[11px] text-muted tabular-nums">
          {ticks.map((tick) => (
            <span
              key={tick.ms}
              className="absolute top-1 -translate-x-1/2 whitespace-nowrap"
              style={{
                left: Math.min(Math.max(pxOf(tick.ms), HALF_WORD_PX), widthPx - HALF_WORD_PX),
              }}
            >
              {tick.label}
            </span>
          ))}
        </div>
      </div>
      <p className="sr-only">
        {`From ${formatInstant(new Date(range.fromMs).toISOString(), zone, 'minute')} to ${formatInstant(new Date(range.toMs).toISOString(), zone, 'minute')}. The table below has the same accesses.`}
      </p>
    </section>
  )
}

function spanOf(fromMs: number, toMs: number): TimeSpan {
  const from = Math.round(fromMs)
  return {
    from: new Date(from).toISOString(),
    to: new Date(Math.max(from + 1, Math.round(toMs))).toISOString(),
  }
}
