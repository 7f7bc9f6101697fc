import type { User } from '@/lib/contract/user'
import type { HrRow } from '../model'
import { foldEmail } from '../normal/email'
import { foldReference } from '../normal/reference'
import { ITEMS_A_STEP, type Stepwise } from '../progress'
import { extensionKey } from './endpoint-value'
import type { FocusIndex } from './focus-index'
import { Links } from './links'
import { Postings } from './postings'
import { addressesOf } from './user-addresses'

/** HR's side, by everything it is looked up by. Rows are named by their place in the list. */
export type HrIndex = {
  rows: readonly HrRow[]
  rowsByReference: Postings
  /** For the addresses that users have: nobody asks for others. */
  rowsByEmail: Postings
  /** The endpoints in use of Focus that the row's numbers are. */
  endpointsOfRow: Links
  /** The rows that say an endpoint is theirs. */
  rowsOfEndpoint: Links
}

export function* indexHr(
  rows: readonly HrRow[],
  focus: FocusIndex,
  users: readonly User[],
  readPhone: (text: string) => string | null,
): Stepwise<HrIndex> {
  const rowsByReference = new Postings()
  const rowsByEmail = new Postings()
  const wanted = new Set(users.flatMap(addressesOf))
  const endpointsOfRow = new Links(rows.length)
  const rowsOfEndpoint = new Links(focus.endpoints.length)
  const link = (row: number, endpoint: number) => {
    endpointsOfRow.add(row, endpoint)
    rowsOfEndpoint.add(endpoint, row)
  }
  for (const [place, row] of rows.entries()) {
    const reference = referenceOf(row)
    if (reference !== null) rowsByReference.add(reference, place)
    if (wanted.size > 0)
      for (const email of row.emails.map(foldEmail))
        if (wanted.has(email)) rowsByEmail.add(email, place)
    for (const phone of row.phones) {
      const digits = readPhone(phone)
      const found = digits === null ? -1 : focus.endpointsByKey.only(digits)
      if (found >= 0) link(place, found)
      else if (digits !== null && found === -2)
        for (const endpoint of focus.endpointsByKey.get(digits)) link(place, endpoint)
    }
    for (const extension of row.extensions) {
      // The same extension at two sites says nothing of whose it is.
      const found = focus.endpointsByKey.only(extensionKey(extension))
      if (found >= 0) link(place, found)
    }
    if (place % ITEMS_A_STEP === 0) yield { stage: 'indexing', done: place, total: rows.length }
  }
  return { rows, rowsByReference, rowsByEmail, endpointsOfRow, rowsOfEndpoint }
}

/** The employee number in the form it is compared in; null for none. */
export function referenceOf(row: HrRow): string | null {
  return row.employeeNumber === null ? null : foldReference(row.employeeNumber) || null
}
