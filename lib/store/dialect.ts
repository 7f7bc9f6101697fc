import { type Kysely, PostgresAdapter } from 'kysely'

/** Whether this is PostgreSQL; else it is SQLite. */
export function isPostgres<S>(db: Kysely<S>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}
