import { type Kysely, sql } from 'kysely'
import type { LedgerActor } from '@/lib/contract/ledger'
import type { Schema } from '@/lib/store/schema'
import { entriesAt, personalOf, textsOf } from './stored-entries'
import { actorOf, readLeaf } from './stored-leaf'

/** Everybody whose entries were not erased, by name, each as their newest entry tells. */
export async function listActors(db: Kysely<Schema>): Promise<LedgerActor[]> {
  // Steps from key to key along the index: a million entries of fifty people are fifty steps.
  const { rows } = await sql<{ key: string; newest: number }>`
    with recursive actor(key) as (
      select min(key) from ledger_lookup where kind = 'actor'
      union all
      select (select min(key) from ledger_lookup where kind = 'actor' and key > actor.key)
      from actor where actor.key is not null
    )
    select key, (
      select max(sequence) from ledger_lookup where kind = 'actor' and key = actor.key
    ) as newest
    from actor where key is not null`.execute(db)
  const sequences = rows.map((row) => row.newest)
  const entries = new Map((await entriesAt(db, sequences)).map((row) => [row.sequence, row]))
  const personal = await personalOf(db, sequences)
  const actors = rows.flatMap(({ key, newest }) => {
    const leaf = readLeaf(entries.get(newest)?.leaf ?? '')
    if (leaf === null || (leaf.phase !== 'intent' && leaf.phase !== 'event')) return []
    const actor = actorOf(leaf, textsOf(personal.get(newest)))
    if (actor === null) return []
    return { key, name: actor.name, email: actor.email, roles: actor.roles }
  })
  return actors.sort((a, b) => a.name.localeCompare(b.name) || a.key.localeCompare(b.key))
}
