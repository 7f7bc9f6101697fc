import rangeParser from 'range-parser'

/** Bytes `start` to `end`, the end not included. */
export type Span = { start: number; end: number }

/**
 * The one span a `Range` header asks of a body of `total` bytes (RFC 9110, 14.2). `whole` when there is no
 * header or it is not one of bytes; the first span when there are many; `unsatisfiable` for 416.
 */
export function spanOf(range: string | null, total: number): Span | 'whole' | 'unsatisfiable' {
  if (range === null || !/^\s*bytes\s*=/i.test(range)) return 'whole'
  const parsed = rangeParser(total, shortenSuffix(range, total))
  if (parsed === -2) return 'whole'
  if (parsed === -1) return 'unsatisfiable'
  const first = parsed[0]
  return first === undefined ? 'unsatisfiable' : { start: first.start, end: first.end + 1 }
}

/** A suffix longer than the body means the whole body (RFC 9110, 14.1.2); the parser calls it unsatisfiable. */
function shortenSuffix(range: string, total: number): string {
  return range.replace(/([=,]\s*)-(\d+)/g, (_, before: string, digits: string) =>
    Number(digits) > total && total > 0 ? `${before}-${total}` : `${before}-${digits}`,
  )
}

/** What a `Range` header asks of a body whose length nobody knows yet. */
export type OpenSpan =
  | { kind: 'whole' }
  | { kind: 'from'; start: number; end: number | null }
  | { kind: 'needs-total' }

/** `bytes=a-` and `bytes=a-b` can be answered before the end is known, a suffix cannot. */
export function openSpanOf(range: string | null): OpenSpan {
  if (range === null) return { kind: 'whole' }
  const match = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*(?:,|$)/i.exec(range)
  const [, first = '', last = ''] = match ?? []
  if (match === null || (first === '' && last === '')) return { kind: 'whole' }
  if (first === '') return { kind: 'needs-total' }
  const start = Number(first)
  if (last === '') return { kind: 'from', start, end: null }
  return Number(last) < start ? { kind: 'whole' } : { kind: 'from', start, end: Number(last) + 1 }
}
