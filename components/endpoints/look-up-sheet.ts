import type { Sheet } from '@/components/list/export-sheet'
import type { Endpoint, EndpointMatches } from '@/lib/contract/directory-endpoint'
import { ENDPOINTS } from './endpoint-list'

/** A pasted value with the endpoints that have it; none where it was not found. */
export type Match = EndpointMatches['matches'][number]

/** One line of a look-up: a value, and one endpoint that has it. */
export type LookUpRow = { pasted: string; found: boolean; endpoint: Endpoint | null }

const { sheet } = ENDPOINTS

/** How a look-up stands in a file: what was pasted, then the columns of the list of endpoints. */
export const LOOK_UP_SHEET: Sheet<LookUpRow> = {
  title: 'Look-up of pasted values',
  columns: ['pasted', 'found', ...sheet.columns],
  zoned: sheet.zoned,
  phones: ['pasted', ...sheet.phones],
  cells: ({ pasted, found, endpoint }, zone) => [
    pasted,
    found,
    ...(endpoint === null ? sheet.columns.map(() => null) : sheet.cells(endpoint, zone)),
  ],
}

/** A row for each endpoint found, and one for each value that was not; in the order pasted. */
export function lookUpRows(matches: readonly Match[]): LookUpRow[] {
  return matches.flatMap(({ value, endpoints }): LookUpRow[] =>
    endpoints.length === 0
      ? [{ pasted: value, found: false, endpoint: null }]
      : endpoints.map((endpoint) => ({ pasted: value, found: true, endpoint })),
  )
}
