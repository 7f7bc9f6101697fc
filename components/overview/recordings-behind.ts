import { type ReadToken, readQuery } from '@/lib/url/query-text'
import { type RecordingsState, recordingsHref } from '@/lib/url/recordings-url'
import { resolveInstant } from '@/lib/url/time-range'
import { formatToken } from '@/lib/url/tokens'

type Asked = Pick<RecordingsState, 'q' | 'from' | 'to'>
/** Instants; from inclusive, to exclusive. */
export type Span = { from?: string | undefined; to?: string | undefined }

/** What was counted, as the list of recordings takes it. */
export type Question = Asked & {
  /** When they began. */
  span: Span
  /** IANA zone of the days. */
  timeZone: string
}

/**
 * The question whose answer the charts show. `span` is what was asked of the server. `sinceUtc` is the start of the oldest
 * recording counted where older ones were left out, else null: the newest come first, so from there on all were counted, but
 * for those that began at that very instant.
 */
export function questionCounted(
  asked: Asked,
  span: Span,
  sinceUtc: string | null,
  timeZone: string,
): Question {
  if (sinceUtc === null) return { ...asked, span, timeZone }
  const to = readQuery(asked.q).to ?? asked.to
  return { q: timeless(asked.q), from: sinceUtc, to, span: { ...span, from: sinceUtc }, timeZone }
}

/** The list with one more token. */
function narrowed({ q, from, to }: Asked, ...tokens: string[]): string {
  return recordingsHref({ q: [q, ...tokens].filter((text) => text !== '').join(' '), from, to })
}

function without(q: string, left: (token: ReadToken) => boolean): string {
  const { tokens } = readQuery(q)
  return tokens
    .filter((token) => !left(token))
    .map(({ raw }) => raw)
    .join(' ')
}

/** The text without a range of its own, which would win over the address'. */
const timeless = (q: string) => without(q, ({ known }) => known === 'from' || known === 'to')

/** One kind alone: beside others that the text asks for, one more would widen it. */
function ofKind(asked: Asked, kind: string, ...tokens: string[]): string {
  const q = without(asked.q, ({ known, negated }) => known === 'type' && !negated)
  return narrowed({ ...asked, q }, formatToken('type', kind), ...tokens)
}

/** One day of the zone, as far as it was counted. */
function thatDay({ q, span, timeZone }: Question, day: string): Asked {
  const within = (at: string) =>
    at > (resolveInstant(day, 'from', at, timeZone) ?? at) &&
    at < (resolveInstant(day, 'to', at, timeZone) ?? at)
  const end = (at: string | undefined) => {
    const instant = at === undefined ? null : resolveInstant(at, 'from', at, timeZone)
    return instant !== null && within(instant) ? instant : day
  }
  return { q: timeless(q), from: end(span.from), to: end(span.to) }
}

/** The recordings that a mark of a chart counts; null for those of no kind, which no search asks for. */
export const recordingsBehind = {
  day: (question: Question, day: string, kind?: string) => {
    if (kind === undefined) return narrowed(thatDay(question, day))
    return kind === '' ? null : ofKind(thatDay(question, day), kind)
  },
  /** No search asks for an hour of the week: the recordings are named one by one. */
  ids: (ids: readonly number[]) => recordingsHref({ q: `id:${ids.join(',')}` }),
  duration: (question: Question, token: string) => narrowed(question, token),
  person: (question: Question, personId: number) => narrowed(question, `person:${personId}`),
  endpoint: (question: Question, value: string) => narrowed(question, formatToken('number', value)),
  transcripts: (question: Question, kind: string, have: boolean) =>
    kind === '' ? null : ofKind(question, kind, `${have ? '' : '-'}has:transcript`),
} as const
