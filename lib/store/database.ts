import 'server-only'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { CamelCasePlugin, Kysely, Migrator, SqliteDialect } from 'kysely'
import { config } from '@/lib/config/config'
import { MIGRATIONS } from './migrations'
import type { Schema } from './schema'

/**
 * Opens the database below a folder, which is made when it is missing, and brings its tables up to date.
 * A write is on disk when its promise resolves. Rejects with the database's own error when it cannot be opened.
 */
export async function openDatabase(dataDir: string): Promise<Kysely<Schema>> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = new Sqlite(join(dataDir, 'focus-console.db'))
  // The command line and the server may both write.
  file.pragma('busy_timeout = 5000')
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: file }),
    plugins: [new CamelCasePlugin()],
  })
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return db
  await db.destroy()
  throw error
}

// Next.js bundles this room into several entries of one process; they share one connection.
const shared = globalThis as typeof globalThis & { focusConsoleStore?: Promise<Kysely<Schema>> } // a slot of our own

/** The product's database, opened on first use. A failed opening is tried again by the next caller. */
export function database(): Promise<Kysely<Schema>> {
  shared.focusConsoleStore ??= openDatabase(config().dataDir).catch((error) => {
    delete shared.focusConsoleStore
    throw error
  })
  return shared.focusConsoleStore
}
