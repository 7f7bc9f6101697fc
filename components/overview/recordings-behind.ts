import { MOST_VALUE, type ReadToken, readQuery } from '@/lib/url/query-text'
import { type RecordingsState, recordingsHref } from '@/lib/url/recordings-url'
import { MOST_SEARCH_TEXT } from '@/lib/url/search-text'
import { resolveInstant } from '@/lib/url/time-range'
import { formatToken } from '@/lib/url/tokens'
import type { Counted, EndpointCount, PersonCount } from './tally'

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

/** Where a mark leads. */
export type Behind = {
  /** Null where no address asks for just these recordings. */
  href: string | null
  /** How many of them it opens, the newest, where an address does not hold them all. */
  opens?: number
}

/** The list with more tokens; null where that is more text than an address carries. */
function narrowed({ q, from, to }: Asked, ...tokens: string[]): string | null {
  const text = [q, ...tokens].filter((part) => part !== '').join(' ')
  return text.length > MOST_SEARCH_TEXT ? null : recordingsHref({ q: text, from, to })
}

/** Recordings by name, as many as an address carries, in as many tokens as they need. */
function named({ count, ids }: Counted): Behind {
  let q = ''
  let value = ''
  let opens = 0
  for (const id of ids) {
    const longer = value === '' ? `${id}` : `${value},${id}`
    const fits = value !== '' && longer.length <= MOST_VALUE
    const more = fits ? `${q},${id}` : `${q} id:${id}`.trimStart()
    if (more.length > MOST_SEARCH_TEXT) break
    q = more
    value = fits ? longer : `${id}`
    opens += 1
  }
  if (opens === 0) return { href: null }
  return { href: recordingsHref({ q }), ...(opens < count && { opens }) }
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

/** These kinds alone: beside others that the text asks for, one more would widen it. Null for those of no kind. */
function ofKinds(asked: Asked, kinds: readonly string[], ...tokens: string[]): string | null {
  if (kinds.includes('')) return null
  const q = without(asked.q, ({ known, negated }) => known === 'type' && !negated)
  return narrowed({ ...asked, q }, formatToken('type', kinds.join(',')), ...tokens)
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

/** The recordings that a mark of a chart counts, as a search asks for them; those of no kind no search asks for. */
export const recordingsBehind = {
  day: (question: Question, day: string, kinds?: readonly string[]) => {
    const asked = thatDay(question, day)
    return kinds === undefined ? narrowed(asked) : ofKinds(asked, kinds)
  },
  /** No search asks for an hour of the week: the recordings are named one by one. */
  hour: named,
  duration: (question: Question, token: string) => narrowed(question, token),
  /** No search asks for two people at once: beside another the recordings are named, too. */
  person: (question: Question, { personId, ...counted }: PersonCount): Behind =>
    readQuery(question.q).search.personIds?.include === undefined
      ? { href: narrowed(question, `person:${personId}`) }
      : named(counted),
  /** As with people; nor does any search find what is masked. */
  endpoint: (question: Question, { value, ...counted }: EndpointCount): Behind =>
    readQuery(question.q).search.endpointValues?.include === undefined && !value.includes('•')
      ? { href: narrowed(question, formatToken('number', value)) }
      : named(counted),
  transcripts: (question: Question, kind: string, have: boolean) =>
    ofKinds(question, [kind], `${have ? '' : '-'}has:transcript`),
} as const
