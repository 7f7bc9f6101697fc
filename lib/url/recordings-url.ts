import type { RecordingSearch } from '@/lib/contract/recording-search'
import { PAGES } from './pages'
import { readQuery } from './query-text'
import { searchText } from './search-text'
import { resolveInstant } from './time-range'

export type RecordingSort = { field: 'start' | 'duration'; direction: 'asc' | 'desc' }

/** Everything the Recordings page shows that a link must carry. */
export type RecordingsState = {
  /** The text of the search box, tokens and words, as typed. */
  q: string
  /** Ends of the time range as written (`now-7d`, `now/d`, a date, an instant); null for none. */
  from: string | null
  to: string | null
  sort: RecordingSort
  /** The selected recording. */
  at: number | null
  /** Its place in the list, from 0: where the list stands. It may have moved since. */
  row: number | null
  /** Whether the pane beside the list is open. */
  pane: boolean
  /** Columns shown, in their order; null for the reader's own. */
  columns: string[] | null
}

export const DEFAULT_RECORDINGS: RecordingsState = {
  q: '',
  from: null,
  to: null,
  sort: { field: 'start', direction: 'desc' },
  at: null,
  row: null,
  pane: false,
  columns: null,
}

/** The state as an address's query; what is the default is left out. The inverse of `parseRecordingSearch`. */
export function formatRecordingSearch(state: RecordingsState): URLSearchParams {
  const params = new URLSearchParams()
  const { q, from, to, sort, at, row, pane, columns } = state
  if (q !== '') params.set('q', q)
  if (from !== null) params.set('from', from)
  if (to !== null) params.set('to', to)
  const initial = DEFAULT_RECORDINGS.sort
  if (sort.field !== initial.field || sort.direction !== initial.direction)
    params.set('sort', `${sort.direction === 'desc' ? '-' : ''}${sort.field}`)
  if (at !== null) params.set('at', String(at))
  if (row !== null) params.set('row', String(row))
  if (pane) params.set('pane', '1')
  if (columns !== null) params.set('cols', columns.join(','))
  return params
}

/** Reads an address's query. Junk falls back to the default of its part. */
export function parseRecordingSearch(params: Pick<URLSearchParams, 'get'>): RecordingsState {
  const sort = /^(-?)(start|duration)$/.exec(params.get('sort') ?? '')
  const at = params.get('at') ?? ''
  const row = params.get('row') ?? ''
  const columns = (params.get('cols') ?? '').split(',').filter((id) => /^[a-z-]{1,30}$/.test(id))
  return {
    q: searchText(params),
    from: end(params.get('from')),
    to: end(params.get('to')),
    sort: sort
      ? {
          field: sort[2] === 'duration' ? 'duration' : 'start',
          direction: sort[1] === '-' ? 'desc' : 'asc',
        }
      : DEFAULT_RECORDINGS.sort,
    at: /^[1-9]\d{0,15}$/.test(at) && Number.isSafeInteger(Number(at)) ? Number(at) : null,
    row: /^\d{1,9}$/.test(row) ? Number(row) : null,
    pane: params.get('pane') === '1',
    columns: columns.length === 0 ? null : [...new Set(columns)],
  }
}

function end(text: string | null): string | null {
  const trimmed = (text ?? '').trim()
  return trimmed !== '' && trimmed.length <= 40 ? trimmed : null
}

/** The address of the page in this state. */
export function recordingsHref(state: Partial<RecordingsState> = {}): string {
  const text = formatRecordingSearch({ ...DEFAULT_RECORDINGS, ...state }).toString()
  return text === '' ? PAGES.recordings : `${PAGES.recordings}?${text}`
}

/**
 * What to ask of the server for this state, without paging. `nowUtc` is an instant, `timeZone` the IANA zone in which dates
 * are meant. A `from:` or `to:` in the search box wins over the range button. An end that cannot be read, or a range that ends
 * before it begins, is left out: the range's own editor says so.
 */
export function toRecordingSearch(
  state: Pick<RecordingsState, 'q' | 'from' | 'to' | 'sort'>,
  nowUtc: string,
  timeZone: string,
): RecordingSearch {
  const reading = readQuery(state.q)
  const fromText = reading.from ?? state.from
  const toText = reading.to ?? state.to
  const from = fromText === null ? null : resolveInstant(fromText, 'from', nowUtc, timeZone)
  const to = toText === null ? null : resolveInstant(toText, 'to', nowUtc, timeZone)
  const backwards = from !== null && to !== null && from >= to
  const start = {
    ...(from !== null && { from }),
    ...(to !== null && !backwards && { to }),
  }
  return {
    ...reading.search,
    ...(Object.keys(start).length > 0 && { start }),
    sort: state.sort,
  }
}
