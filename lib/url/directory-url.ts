import { searchText } from './search-text'
/** Everything a list of the directory shows that a link must carry. */
export type DirectoryState = {
  /** The text of the search box, tokens and words, as typed. */
  q: string
  /** Null for Focus's own order. */
  sort: { column: string; direction: 'asc' | 'desc' } | null
  /** The selected row's id. */
  at: number | null
  /** Its place in the list, from 0: where the list stands. It may have moved since. */
  row: number | null
  /** Whether the pane beside the list is open. */
  pane: boolean
  /** Columns shown, in their order; null for the reader's own. */
  columns: string[] | null
}

export const DEFAULT_DIRECTORY: DirectoryState = {
  q: '',
  sort: null,
  at: null,
  row: null,
  pane: false,
  columns: null,
}

/** The state as an address's query; what is the default is left out. The inverse of `parseDirectory`. */
export function formatDirectory(state: DirectoryState): URLSearchParams {
  const params = new URLSearchParams()
  const { q, sort, at, row, pane, columns } = state
  if (q !== '') params.set('q', q)
  if (sort !== null) params.set('sort', `${sort.direction === 'desc' ? '-' : ''}${sort.column}`)
  if (at !== null) params.set('at', String(at))
  if (row !== null) params.set('row', String(row))
  if (pane) params.set('pane', '1')
  if (columns !== null) params.set('cols', columns.join(','))
  return params
}

/** Reads an address's query. Junk falls back to the default of its part. */
export function parseDirectory(params: Pick<URLSearchParams, 'get'>): DirectoryState {
  const sort = /^(-?)([a-z][a-z-]{0,29})$/.exec(params.get('sort') ?? '')
  const at = params.get('at') ?? ''
  const row = params.get('row') ?? ''
  const columns = (params.get('cols') ?? '').split(',').filter((id) => /^[a-z-]{1,30}$/.test(id))
  return {
    q: searchText(params),
    sort:
      sort?.[2] === undefined
        ? null
        : { column: sort[2], direction: sort[1] === '-' ? 'desc' : 'asc' },
    at: /^[1-9]\d{0,15}$/.test(at) && Number.isSafeInteger(Number(at)) ? Number(at) : null,
    row: /^\d{1,9}$/.test(row) ? Number(row) : null,
    pane: params.get('pane') === '1',
    columns: columns.length === 0 ? null : [...new Set(columns)],
  }
}

/** The address of a page with this query. */
export function hrefWith(page: string, params: URLSearchParams): string {
  const text = params.toString()
  return text === '' ? page : `${page}?${text}`
}
