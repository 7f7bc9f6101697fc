import type { HrRow } from '../model'
import { foldEmail } from '../normal/email'
import { foldReference } from '../normal/reference'
import { ITEMS_A_STEP, type Stepwise } from '../progress'
import { extensionKey } from './endpoint-value'
import type { FocusIndex } from './focus-index'
import { Postings } from './postings'

/** HR's side, by everything it is looked up by. Rows are named by their place in the list. */
export type HrIndex = {
  rows: readonly HrRow[]
  rowsByReference: Postings
  rowsByEmail: Postings
  /** The endpoints in use of Focus that the row's numbers are. */
  endpointsOfRow: readonly (readonly number[])[]
  /** The rows that say an endpoint is theirs. */
  rowsOfEndpoint: ReadonlyMap<number, readonly number[]>
}

const NONE: readonly number[] = []

export function* indexHr(
  rows: readonly HrRow[],
  focus: FocusIndex,
  readPhone: (text: string) => string | null,
): Stepwise<HrIndex> {
  const rowsByReference = new Postings()
  const rowsByEmail = new Postings()
  const endpointsOfRow: (readonly number[])[] = []
  const rowsOfEndpoint = new Map<number, number[]>()
  for (const [place, row] of rows.entries()) {
    const reference = referenceOf(row)
    if (reference !== null) rowsByReference.add(reference, place)
    for (const email of row.emails) rowsByEmail.add(foldEmail(email), place)
    const endpoints = endpointsOf(row, focus, readPhone)
    endpointsOfRow.push(endpoints)
    for (const endpoint of endpoints) {
      const known = rowsOfEndpoint.get(endpoint)
      if (known) known.push(place)
      else rowsOfEndpoint.set(endpoint, [place])
    }
    if (place % ITEMS_A_STEP === 0) yield { stage: 'indexing', done: place, total: rows.length }
  }
  return { rows, rowsByReference, rowsByEmail, endpointsOfRow, rowsOfEndpoint }
}

/** The employee number in the form it is compared in; null for none. */
export function referenceOf(row: HrRow): string | null {
  return row.employeeNumber === null ? null : foldReference(row.employeeNumber) || null
}

function endpointsOf(
  row: HrRow,
  focus: FocusIndex,
  readPhone: (text: string) => string | null,
): readonly number[] {
  if (row.phones.length === 0 && row.extensions.length === 0) return NONE
  const found: number[] = []
  for (const phone of row.phones) {
    const digits = readPhone(phone)
    if (digits !== null) found.push(...focus.endpointsByNumber.get(digits))
  }
  for (const extension of row.extensions) {
    // The same extension at two sites says nothing of whose it is.
    const places = focus.endpointsByNumber.get(extensionKey(extension))
    if (places.length === 1) found.push(...places)
  }
  return found.length < 2 ? found : [...new Set(found)]
}
