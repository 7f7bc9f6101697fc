import { readQuery } from '@/lib/url/query-text'
import { type RecordingsState, recordingsHref } from '@/lib/url/recordings-url'
import { formatToken } from '@/lib/url/tokens'

/** The question behind the charts, as the list of recordings takes it. */
export type Question = Pick<RecordingsState, 'q' | 'from' | 'to'>

/** The list with one more token. */
function narrowed({ q, from, to }: Question, ...tokens: string[]): string {
  return recordingsHref({ q: [q, ...tokens].filter((text) => text !== '').join(' '), from, to })
}

/** The text without a range of its own, which would win over the day. */
function timeless(q: string): string {
  const { tokens } = readQuery(q)
  return tokens
    .filter(({ known }) => known !== 'from' && known !== 'to')
    .map(({ raw }) => raw)
    .join(' ')
}

const kindToken = (kind: string) => formatToken('type', kind)

/** The recordings that a mark of a chart counts; null for those of no kind, which no search asks for. */
export const recordingsBehind = {
  /** One day of the zone on screen. */
  day: (question: Question, day: string, kind?: string) => {
    const thatDay = { q: timeless(question.q), from: day, to: day }
    if (kind === undefined) return narrowed(thatDay)
    return kind === '' ? null : narrowed(thatDay, kindToken(kind))
  },
  /** No search asks for an hour of the week: the recordings are named one by one. */
  ids: (ids: readonly number[]) => recordingsHref({ q: `id:${ids.join(',')}` }),
  duration: (question: Question, token: string) => narrowed(question, token),
  person: (question: Question, personId: number) => narrowed(question, `person:${personId}`),
  endpoint: (question: Question, value: string) => narrowed(question, formatToken('number', value)),
  transcripts: (question: Question, kind: string, have: boolean) =>
    kind === '' ? null : narrowed(question, kindToken(kind), `${have ? '' : '-'}has:transcript`),
} as const
