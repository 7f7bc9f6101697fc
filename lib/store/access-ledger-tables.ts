import { type CreateTableBuilder, type Kysely, sql } from 'kysely'
import { isPostgres } from './dialect'

/** What may never be changed, and what only an erasure removes. */
export const APPEND_ONLY = ['ledger_entry', 'ledger_node', 'ledger_checkpoint'] as const

/** The migration `0002-access-ledger`: the same tables in both databases, each with its own triggers. */
export async function accessLedger(db: Kysely<unknown>): Promise<void> {
  const postgres = isPostgres(db)
  // SQLite's INTEGER holds 64 bits, and only that word makes a primary key its row id.
  const whole = postgres ? 'bigint' : 'integer'
  const bytes = postgres ? 'bytea' : 'blob'
  // PostgreSQL's INTEGER has 32 bits, too few for milliseconds.
  if (postgres) await sql`alter table ended_session alter column ended_ms type bigint`.execute(db)

  await db.schema
    .createTable('ledger_entry')
    .addColumn('sequence', whole, (column) => column.primaryKey())
    .addColumn('time_ms', whole, (column) => column.notNull())
    .addColumn('phase', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('intent', whole)
    .addColumn('leaf_hash', bytes, (column) => column.notNull())
    .addColumn('leaf', 'text', (column) => column.notNull())
    .execute()
  await index(db, 'ledger_entry_time', 'ledger_entry', ['time_ms', 'sequence'])
  await index(db, 'ledger_entry_action', 'ledger_entry', ['action', 'sequence'])
  await index(db, 'ledger_entry_intent', 'ledger_entry', ['intent'])

  await table(db, 'ledger_node')
    .addColumn('level', 'integer', (column) => column.notNull())
    .addColumn('position', whole, (column) => column.notNull())
    .addColumn('hash', bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('ledger_node_key', ['level', 'position'])
    .execute()
  await table(db, 'ledger_checkpoint')
    .addColumn('size', whole, (column) => column.primaryKey())
    .addColumn('time_ms', whole, (column) => column.notNull())
    .addColumn('note', 'text', (column) => column.notNull())
    .execute()
  await table(db, 'ledger_personal')
    .addColumn('sequence', whole, (column) => column.notNull())
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('salt', bytes, (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ledger_personal_key', ['sequence', 'field'])
    .execute()
  await table(db, 'ledger_lookup')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('sequence', whole, (column) => column.notNull())
    .addPrimaryKeyConstraint('ledger_lookup_key', ['kind', 'key', 'sequence'])
    .execute()
  await index(db, 'ledger_lookup_sequence', 'ledger_lookup', ['sequence'])
  await table(db, 'ledger_open')
    .addColumn('sequence', whole, (column) => column.primaryKey())
    .addColumn('writer', 'text', (column) => column.notNull())
    .execute()
  await table(db, 'ledger_writer')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('pid', 'integer', (column) => column.notNull())
    .addColumn('beat', whole, (column) => column.notNull())
    .execute()

  await table(db, 'finding_dismissal')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('time_utc', 'text', (column) => column.notNull())
    .execute()
  await table(db, 'access_reason')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('session_hash', 'text', (column) => column.notNull())
    .addColumn('purpose', 'text', (column) => column.notNull())
    .addColumn('case_number', 'text')
    .addColumn('created_ms', whole, (column) => column.notNull())
    .execute()
  await table(db, 'setting')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()

  if (postgres) await refuseInPostgres(db)
  else await refuseInSqlite(db)
}

const table = (db: Kysely<unknown>, name: string): CreateTableBuilder<string> =>
  db.schema.createTable(name)

const index = (db: Kysely<unknown>, name: string, on: string, columns: string[]): Promise<void> =>
  db.schema.createIndex(name).on(on).columns(columns).execute()

async function refuseInPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`create function ledger_refuse_change() returns trigger language plpgsql as $$
    begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$`.execute(
    db,
  )
  for (const name of APPEND_ONLY)
    await sql`create trigger append_only before update or delete or truncate on ${sql.table(name)}
      for each statement execute function ledger_refuse_change()`.execute(db)
  // An erasure removes clear text; nothing replaces it.
  await sql`create trigger no_update before update on ledger_personal
    for each statement execute function ledger_refuse_change()`.execute(db)
}

async function refuseInSqlite(db: Kysely<unknown>): Promise<void> {
  const key = { ledger_entry: ['sequence'], ledger_node: ['level', 'position'] }
  for (const name of APPEND_ONLY) {
    for (const change of ['update', 'delete'] as const) await refuse(db, name, change, sql``)
    // REPLACE would remove the old row without asking the trigger of a removal.
    const columns = name === 'ledger_checkpoint' ? ['size'] : key[name]
    const same = columns.map((column) => sql`${sql.ref(column)} = new.${sql.ref(column)}`)
    await refuse(
      db,
      name,
      'insert',
      sql`when exists (select 1 from ${sql.table(name)} where ${sql.join(same, sql` and `)})`,
    )
  }
  await refuse(db, 'ledger_personal', 'update', sql``)
}

async function refuse(
  db: Kysely<unknown>,
  name: string,
  change: 'update' | 'delete' | 'insert',
  when: ReturnType<typeof sql>,
): Promise<void> {
  await sql`create trigger ${sql.id(`${name}_no_${change}`)} before ${sql.raw(change)} on ${sql.table(name)}
    ${when} begin select raise(abort, ${sql.lit(`${name} is append-only`)}); end`.execute(db)
}
