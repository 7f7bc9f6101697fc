import { MARKS, type Mark } from './timeline-lanes'

export const LANE_PX = 19

/** Height of a mark within its lane: told apart without colour, too. */
const HEIGHTS: Record<Mark, number> = { none: 0, other: 3, read: 6, play: 10, take: 10, alarm: 15 }
const LEAST_WIDE_PX = 2.5

export type MarkColours = Record<Exclude<Mark, 'none'>, string> & { line: string }

/** The colours of the theme as it stands on this element. */
export function markColours(element: Element): MarkColours {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  return {
    other: colour('--line-strong'),
    read: colour('--line-strong'),
    play: colour('--internal'),
    take: colour('--overlap'),
    alarm: colour('--danger'),
    line: colour('--line'),
  }
}

/** Draws the lanes: a hairline each, and one mark for each run of pixels of the same weight. */
export function paintLanes(
  context: CanvasRenderingContext2D,
  lanes: readonly Uint8Array[],
  widthPx: number,
  colours: MarkColours,
): void {
  context.clearRect(0, 0, widthPx, lanes.length * LANE_PX)
  for (const [place, pixels] of lanes.entries()) {
    const middle = place * LANE_PX + LANE_PX / 2
    context.globalAlpha = 1
    context.fillStyle = colours.line
    context.fillRect(0, Math.round(middle), widthPx, 1)
    // The weightiest last, so that nothing hides a refusal.
    for (let weight = 1; weight < MARKS.length; weight += 1) {
      const mark = MARKS[weight]
      if (mark === undefined || mark === 'none') continue
      context.fillStyle = colours[mark]
      context.globalAlpha = mark === 'read' || mark === 'other' ? 0.45 : 0.9
      for (let x = 0; x < pixels.length; x += 1) {
        if (pixels[x] !== weight) continue
        const from = x
        while (pixels[x + 1] === weight) x += 1
        const wide = Math.max(LEAST_WIDE_PX, x - from + 1)
        context.beginPath()
        context.roundRect(
          Math.min(from, widthPx - wide),
          middle - HEIGHTS[mark] / 2,
          wide,
          HEIGHTS[mark],
          1.5,
        )
        context.fill()
      }
    }
  }
}
