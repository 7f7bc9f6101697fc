import type { Entry } from '@/lib/ledger/access-ledger'
import { Problem } from '@/lib/problem/problem'

/**
 * The entry of a request that is certainly written down.
 * @throws Problem `internal` when its call has no action in the ledger
 */
export function entryOf({ entry }: { entry: Entry | null }): Entry {
  if (entry !== null) return entry
  throw new Problem('internal', 'This request has no entry in the ledger.')
}
