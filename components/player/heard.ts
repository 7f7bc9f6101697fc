import type { Interval } from '@/lib/contract/ledger'

/** More stretches than this are not kept apart: the nearest are joined. */
export const MOST_STRETCHES = 2_000

type Span = { from: number; to: number }

/**
 * Which stretches of a medium were really played, told by where it stands while it plays. Times are milliseconds of the
 * media, so speed does not matter. Only `at` adds anything, and never what lies across an `interrupt`.
 */
export function createHeard(most: number = MOST_STRETCHES) {
  /** In order; none touches another. */
  const spans: Span[] = []
  /** Where the medium stood at the last tick of an unbroken stretch; null before one begins. */
  let lastMs: number | null = null
  let changes = 0

  function add(from: number, to: number): void {
    const first = firstEndingFrom(spans, from)
    let end = first
    let joined: Span = { from, to }
    for (let span = spans[end]; span !== undefined && span.from <= to; span = spans[++end])
      joined = { from: Math.min(joined.from, span.from), to: Math.max(joined.to, span.to) }
    const alone = spans[first]
    const known = end - first === 1 && alone?.from === joined.from && alone.to === joined.to
    if (known) return
    spans.splice(first, end - first, joined)
    if (spans.length > most) joinNearest(spans)
    changes += 1
  }

  return {
    /** It plays and stands here. A step back begins a new stretch: nothing is played backwards. */
    at(positionMs: number): void {
      if (!Number.isFinite(positionMs) || positionMs < 0) return
      if (lastMs !== null && positionMs > lastMs) add(lastMs, positionMs)
      lastMs = positionMs
    },
    /** It was stopped or moved: what comes next is another stretch. */
    interrupt(): void {
      lastMs = null
    },
    /** Grows with every change of what was heard. */
    changes: () => changes,
    /** In whole milliseconds, in order, without overlap; at most `limit` stretches. */
    intervals(limit: number = most): Interval[] {
      return wholeMs(spans, limit)
    },
  }
}

export type Heard = ReturnType<typeof createHeard>

/** How much that is, in milliseconds. */
export function heardMs(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)
}

/** Index of the first span that ends at or after `from`. */
function firstEndingFrom(spans: readonly Span[], from: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    const span = spans[middle]
    if (span !== undefined && span.to < from) low = middle + 1
    else high = middle
  }
  return low
}

/** Makes one of the two spans that lie nearest to each other: what lies between counts as heard. */
function joinNearest(spans: Span[]): void {
  let nearest = 1
  let leastGap = Number.POSITIVE_INFINITY
  for (let index = 1; index < spans.length; index++) {
    const gap = gapBefore(spans, index)
    if (gap < leastGap) {
      leastGap = gap
      nearest = index
    }
  }
  const before = spans[nearest - 1]
  const after = spans[nearest]
  if (before === undefined || after === undefined) return
  spans.splice(nearest - 1, 2, { from: before.from, to: after.to })
}

function gapBefore(spans: readonly Span[], index: number): number {
  const before = spans[index - 1]
  const after = spans[index]
  return before === undefined || after === undefined
    ? Number.POSITIVE_INFINITY
    : after.from - before.to
}

function wholeMs(spans: readonly Span[], limit: number): Interval[] {
  const fewer = [...spans]
  while (fewer.length > limit) joinNearest(fewer)
  const result: Interval[] = []
  for (const { from, to } of fewer) {
    const startMs = Math.round(from)
    const endMs = Math.round(to)
    const last = result.at(-1)
    if (last !== undefined && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs)
    else if (endMs > startMs) result.push({ startMs, endMs })
  }
  return result
}
