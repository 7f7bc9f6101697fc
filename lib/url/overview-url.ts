import type { RecordingTallyRequest } from '@/lib/contract/recording-tally'
import { PAGES } from './pages'
import { toRecordingSearch } from './recordings-url'
import { searchText } from './search-text'

/** The drawings, each with its table behind it. */
export const CHARTS = ['days', 'hours', 'durations', 'people', 'endpoints', 'transcripts'] as const
export type Chart = (typeof CHARTS)[number]

/** How many recordings are counted at most, to choose from. */
export const TALLY_BOUNDS = [2_000, 20_000, 100_000] as const
export type TallyBound = (typeof TALLY_BOUNDS)[number]

/** What the Overview shows that a link must carry. */
export type OverviewState = {
  /** The text of the search box, tokens and words, as typed. */
  q: string
  /** Ends of the time range as written; null for none. */
  from: string | null
  to: string | null
  most: TallyBound
  /** Those that show their table. */
  tables: Chart[]
}

export const DEFAULT_OVERVIEW: OverviewState = {
  q: '',
  from: 'now-7d',
  to: null,
  most: 20_000,
  tables: [],
}

/** The state as an address's query; what is the default is left out. The inverse of `parseOverview`. */
export function formatOverview({ q, from, to, most, tables }: OverviewState): URLSearchParams {
  const params = new URLSearchParams()
  if (q !== '') params.set('q', q)
  if (from !== DEFAULT_OVERVIEW.from) params.set('from', from ?? 'any')
  if (to !== null) params.set('to', to)
  if (most !== DEFAULT_OVERVIEW.most) params.set('most', String(most))
  if (tables.length > 0) params.set('tables', tables.join(','))
  return params
}

/** Reads an address's query. Junk falls back to the default of its part. */
export function parseOverview(params: Pick<URLSearchParams, 'get'>): OverviewState {
  const most = Number(params.get('most'))
  const named = new Set((params.get('tables') ?? '').split(','))
  return {
    q: searchText(params),
    from: params.get('from') === 'any' ? null : (end(params.get('from')) ?? DEFAULT_OVERVIEW.from),
    to: end(params.get('to')),
    most: TALLY_BOUNDS.find((bound) => bound === most) ?? DEFAULT_OVERVIEW.most,
    tables: CHARTS.filter((chart) => named.has(chart)),
  }
}

function end(text: string | null): string | null {
  const trimmed = (text ?? '').trim()
  return trimmed !== '' && trimmed.length <= 40 && trimmed !== 'any' ? trimmed : null
}

/** The address of the page in this state. */
export function overviewHref(state: Partial<OverviewState> = {}): string {
  const text = formatOverview({ ...DEFAULT_OVERVIEW, ...state }).toString()
  return text === '' ? PAGES.home : `${PAGES.home}?${text}`
}

/** What to ask of the server for this state. `nowUtc` is an instant, `timeZone` the IANA zone in which dates are meant. */
export function toTallyRequest(
  state: Pick<OverviewState, 'q' | 'from' | 'to' | 'most'>,
  nowUtc: string,
  timeZone: string,
): RecordingTallyRequest {
  const sort = { field: 'start', direction: 'desc' } as const
  const { sort: _order, ...recordings } = toRecordingSearch({ ...state, sort }, nowUtc, timeZone)
  return { ...(Object.keys(recordings).length > 0 && { recordings }), most: state.most }
}
