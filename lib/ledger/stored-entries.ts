import type { Kysely } from 'kysely'
import type { LedgerEntryRow, Schema } from '@/lib/store/schema'

/** Below the number of parameters that either database takes. */
const AT_ONCE = 5_000

type Salted = { salt: string; text: string }

/** Clear texts with their salts in hex, by sequence and field. */
export async function personalOf(
  db: Kysely<Schema>,
  sequences: readonly number[],
): Promise<Map<number, Map<string, Salted>>> {
  const found = new Map<number, Map<string, Salted>>()
  for (let at = 0; at < sequences.length; at += AT_ONCE) {
    const rows = await db
      .selectFrom('ledgerPersonal')
      .selectAll()
      .where('sequence', 'in', sequences.slice(at, at + AT_ONCE))
      .orderBy('sequence')
      .orderBy('field')
      .execute()
    for (const { sequence, field, salt, text } of rows) {
      const fields = found.get(sequence) ?? new Map<string, Salted>()
      fields.set(field, { salt: salt.toString('hex'), text })
      found.set(sequence, fields)
    }
  }
  return found
}

/** The texts alone of one entry of `personalOf`. */
export function textsOf(fields: ReadonlyMap<string, Salted> | undefined): Map<string, string> {
  return new Map([...(fields ?? [])].map(([field, { text }]) => [field, text]))
}

/** The entries with these sequences, as far as they exist, ascending. */
export async function entriesAt(
  db: Kysely<Schema>,
  sequences: readonly number[],
): Promise<LedgerEntryRow[]> {
  const sorted = [...new Set(sequences)].sort((a, b) => a - b)
  const found: LedgerEntryRow[] = []
  for (let at = 0; at < sorted.length; at += AT_ONCE)
    found.push(
      ...(await db
        .selectFrom('ledgerEntry')
        .selectAll()
        .where('sequence', 'in', sorted.slice(at, at + AT_ONCE))
        .orderBy('sequence')
        .execute()),
    )
  return found
}

/** The progress and outcome entries of these intents, by intent, each list ascending. */
export async function followUpsOf(
  db: Kysely<Schema>,
  intents: readonly number[],
): Promise<Map<number, LedgerEntryRow[]>> {
  const found = new Map<number, LedgerEntryRow[]>()
  for (let at = 0; at < intents.length; at += AT_ONCE) {
    const rows = await db
      .selectFrom('ledgerEntry')
      .selectAll()
      .where('intent', 'in', intents.slice(at, at + AT_ONCE))
      .orderBy('sequence')
      .execute()
    for (const row of rows) {
      if (row.intent === null) continue
      const list = found.get(row.intent) ?? []
      list.push(row)
      found.set(row.intent, list)
    }
  }
  return found
}

/** Entries of a stretch, `from` inclusive, `to` exclusive, ascending. */
export function entriesBetween(
  db: Kysely<Schema>,
  from: number,
  to: number,
): Promise<LedgerEntryRow[]> {
  return db
    .selectFrom('ledgerEntry')
    .selectAll()
    .where('sequence', '>=', from)
    .where('sequence', '<', to)
    .orderBy('sequence')
    .execute()
}
