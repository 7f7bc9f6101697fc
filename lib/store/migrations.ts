import type { Kysely, Migration } from 'kysely'
import { accessLedger } from './access-ledger-tables'
import { savedViews } from './saved-view-tables'

/** In order of name; a migration that was released is never edited, the next one mends it. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-accounts': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('account')
        .ifNotExists()
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('email', 'text', (column) => column.notNull().unique())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('roles', 'text', (column) => column.notNull())
        .addColumn('password_hash', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
        .addColumn('created_utc', 'text', (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('ended_session')
        .ifNotExists()
        .addColumn('session_id', 'text', (column) => column.primaryKey())
        .addColumn('ended_ms', 'integer', (column) => column.notNull())
        .execute()
    },
  },
  '0002-access-ledger': { up: accessLedger },
  '0003-saved-views': { up: savedViews },
}
