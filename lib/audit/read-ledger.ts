import type { Access, AccessQuery, Ledger } from '@/lib/ledger/access-ledger'
import { Problem } from '@/lib/problem/problem'

/** Small enough that the first rows are soon there. */
const PAGE = 500

/** Waits for the ledger. @throws Problem `ledger-unavailable` when it rejects */
export async function fromLedger<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (cause) {
    throw new Problem('ledger-unavailable', 'The ledger could not be read.', { cause })
  }
}

/**
 * Every access a query finds, page by page, in order of sequence.
 * @throws Problem `ledger-unavailable`, and the signal's reason
 */
export async function* accessPages(
  ledger: Pick<Ledger, 'accesses'>,
  query: Omit<AccessQuery, 'after' | 'limit'>,
  signal: AbortSignal,
): AsyncGenerator<Access[]> {
  let after: number | undefined
  do {
    signal.throwIfAborted()
    const from = after === undefined ? {} : { after }
    const page = await fromLedger(ledger.accesses({ ...query, ...from, limit: PAGE }))
    yield page.accesses
    after = page.next ?? undefined
  } while (after !== undefined)
}

/** When the ledger's first entry was written; null while it has none. @throws Problem `ledger-unavailable` */
export async function ledgerBegan(ledger: Pick<Ledger, 'accesses'>): Promise<string | null> {
  const { accesses } = await fromLedger(ledger.accesses({ limit: 1 }))
  return accesses[0]?.timeUtc ?? null
}
