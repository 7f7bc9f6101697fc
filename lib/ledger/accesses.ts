import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { LedgerEntryRow, LedgerLookupRow, Schema } from '@/lib/store/schema'
import type { Access, AccessQuery, Outcome } from './access-ledger'
import { breath } from './breath'
import type { Naming } from './naming'
import { entriesAt, followUpsOf, personalOf, textsOf } from './stored-entries'
import { deedOf, outcomeOf, readLeaf } from './stored-leaf'

const LIMIT = 1_000
const MAX_LIMIT = 5_000
const AT_ONCE = 250

/** What somebody did, put together from its entries; in order of sequence. See `AccessQuery` for the filters and bounds. */
export async function findAccesses(
  db: Kysely<Schema>,
  query: AccessQuery,
  naming: Naming,
): Promise<{ accesses: Access[]; next: number | null }> {
  const limit = Math.max(1, Math.min(query.limit ?? LIMIT, MAX_LIMIT))
  const sequences = await matching(db, query, limit + 1, naming)
  const page = sequences.slice(0, limit)
  const last = page.at(-1)
  const accesses: Access[] = []
  for (let at = 0; at < page.length; at += AT_ONCE) {
    await breath()
    accesses.push(...(await together(db, page.slice(at, at + AT_ONCE))))
  }
  return {
    accesses,
    next: sequences.length > limit && last !== undefined ? last : null,
  }
}

async function matching(
  db: Kysely<Schema>,
  query: AccessQuery,
  limit: number,
  naming: Naming,
): Promise<number[]> {
  const range = await stretch(db, query)
  if (range === null) return []
  const filters = lookupFilters(query, naming)
  if (filters.some(({ keys }) => keys.length === 0) || query.actions?.length === 0) return []
  const rows = await db
    .selectFrom('ledgerEntry as entry')
    .select('entry.sequence')
    .where('entry.intent', 'is', null)
    .where('entry.sequence', '>=', range.from)
    .$if(range.to !== null, (rows) => rows.where('entry.sequence', '<', range.to))
    .$if(query.actions !== undefined, (rows) =>
      rows.where('entry.action', 'in', query.actions ?? []),
    )
    .where((row) => row.and(filters.map((filter, nth) => found(row, filter, range, nth === 0))))
    .orderBy('entry.sequence')
    .limit(limit)
    .execute()
  return rows.map((row) => row.sequence)
}

type Stretch = { from: number; to: number | null }

/** Times never go back along the ledger: a span of time is a stretch of it. Null where it is empty. */
async function stretch(db: Kysely<Schema>, query: AccessQuery): Promise<Stretch | null> {
  const firstFrom = async (instantUtc: string) =>
    db
      .selectFrom('ledgerEntry')
      .select('sequence')
      .where('timeMs', '>=', Date.parse(instantUtc))
      .orderBy('timeMs')
      .orderBy('sequence')
      .limit(1)
      .executeTakeFirst()
  const begin = query.from === undefined ? { sequence: 0 } : await firstFrom(query.from)
  if (begin === undefined) return null
  const end = query.to === undefined ? undefined : await firstFrom(query.to)
  return { from: Math.max(begin.sequence, (query.after ?? -1) + 1), to: end?.sequence ?? null }
}

type LookupFilter = { kind: LedgerLookupRow['kind']; keys: string[] }

/** The rarest kinds first: the first is where the database begins. */
function lookupFilters(query: AccessQuery, naming: Naming): LookupFilter[] {
  const { recordingIds, personIds, address, actorKeys } = query
  return [
    ...(recordingIds === undefined
      ? []
      : [{ kind: 'recording' as const, keys: recordingIds.map(String) }]),
    ...(personIds === undefined ? [] : [{ kind: 'person' as const, keys: personIds.map(String) }]),
    ...(address === undefined
      ? []
      : [{ kind: 'address' as const, keys: [naming.addressKey(address)] }]),
    ...(actorKeys === undefined ? [] : [{ kind: 'actor' as const, keys: [...actorKeys] }]),
  ]
}

function found(
  row: ExpressionBuilder<Schema & { entry: LedgerEntryRow }, 'entry'>,
  { kind, keys }: LookupFilter,
  range: Stretch,
  begins: boolean,
): Expression<SqlBool> {
  const lookup = row
    .selectFrom('ledgerLookup as lookup')
    .select('lookup.sequence')
    .where('lookup.kind', '=', kind)
    .where('lookup.key', 'in', keys)
  return begins
    ? row(
        'entry.sequence',
        'in',
        lookup
          .where('lookup.sequence', '>=', range.from)
          .$if(range.to !== null, (rows) => rows.where('lookup.sequence', '<', range.to)),
      )
    : row.exists(lookup.where(sql.ref('lookup.sequence'), '=', sql.ref('entry.sequence')))
}

async function together(db: Kysely<Schema>, sequences: number[]): Promise<Access[]> {
  const rows = await entriesAt(db, sequences)
  const followUps = await followUpsOf(db, sequences)
  const all = [...sequences, ...[...followUps.values()].flat().map((row) => row.sequence)]
  const personal = await personalOf(db, all)
  const keys = await keysOf(db, sequences)
  return rows.flatMap((row) => {
    const leaf = readLeaf(row.leaf)
    // A leaf that is none any more is the self-check's to tell of.
    if (leaf === null || (leaf.phase !== 'intent' && leaf.phase !== 'event')) return []
    const texts = textsOf(personal.get(row.sequence))
    const later = (followUps.get(row.sequence) ?? []).flatMap((followUp) => {
      const read = readLeaf(followUp.leaf)
      const outcome =
        read === null ? null : outcomeOf(read, textsOf(personal.get(followUp.sequence)))
      return read === null || outcome === null
        ? []
        : [{ sequence: followUp.sequence, read, outcome }]
    })
    const ended = later.find(({ read }) => read.phase === 'outcome')
    const event = leaf.phase === 'event'
    return {
      sequence: row.sequence,
      entries: [row.sequence, ...later.map(({ sequence }) => sequence)],
      timeUtc: leaf.time,
      endedUtc: event ? leaf.time : (ended?.read.time ?? null),
      state: stateOf(event, ended?.outcome ?? null),
      deed: {
        ...deedOf(leaf, texts),
        actorKey: keys.get(row.sequence) ?? null,
        sessionHash: leaf.session,
      },
      outcome: event ? outcomeOf(leaf, texts) : withHeard(later, ended?.outcome ?? null),
    } satisfies Access
  })
}

function stateOf(event: boolean, ended: Outcome | null): Access['state'] {
  if (event) return 'closed'
  if (ended === null) return 'open'
  return ended.status === 0 && ended.problem === 'unknown' ? 'unknown' : 'closed'
}

/** What was heard is told as a whole each time: the last word of it counts. */
function withHeard(
  later: readonly { read: { phase: string }; outcome: Outcome }[],
  ended: Outcome | null,
): Outcome | null {
  const heard = later.findLast(({ outcome }) => outcome.heard !== undefined)?.outcome.heard
  if (heard === undefined) return ended
  return { ...(ended ?? { status: 0 }), heard }
}

/** Keys of the actors of these entries, where they were not erased. */
async function keysOf(
  db: Kysely<Schema>,
  sequences: readonly number[],
): Promise<Map<number, string>> {
  if (sequences.length === 0) return new Map()
  const rows = await db
    .selectFrom('ledgerLookup')
    .select(['sequence', 'key'])
    .where('kind', '=', 'actor')
    .where('sequence', 'in', sequences)
    .execute()
  return new Map(rows.map((row) => [row.sequence, row.key]))
}
