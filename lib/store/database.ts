import 'server-only'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { CamelCasePlugin, Kysely, Migrator, SqliteDialect } from 'kysely'
import { config } from '@/lib/config/config'
import { MIGRATIONS } from './migrations'
import { postgresDialect, refuseOtherEncodings } from './postgres'
import type { Schema } from './schema'

const FILE_NAME = 'focus-console.db'

/**
 * Opens the SQLite database below a folder, which is made when it is missing, and brings its tables up to
 * date. A write is on disk when its promise resolves. Rejects with the database's own error when it cannot be opened.
 */
export async function openDatabase(dataDir: string): Promise<Kysely<Schema>> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return openSqliteFile(join(dataDir, FILE_NAME))
}

/** The same for one file, whose folder is there. */
export function openSqliteFile(path: string): Promise<Kysely<Schema>> {
  const file = new Sqlite(path)
  // The command line and the server may both write. The wait blocks the process: the ledger tries again by itself.
  file.pragma('busy_timeout = 250')
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  // What an erasure removed is overwritten, not only let go.
  file.pragma('secure_delete = ON')
  return migrated(
    new Kysely<Schema>({
      dialect: new SqliteDialect({ database: file }),
      plugins: [new CamelCasePlugin()],
    }),
  )
}

/**
 * Opens a PostgreSQL database by its address and brings its tables up to date, which needs a role that may
 * make tables; where they are up to date, any role of `grantWriter` will do. Rejects with the database's own error.
 */
export async function openPostgres(url: string): Promise<Kysely<Schema>> {
  const db = new Kysely<Schema>({
    dialect: postgresDialect(url),
    plugins: [new CamelCasePlugin()],
  })
  return migrated(db, () => refuseOtherEncodings(db))
}

/** The database that the settings name: see `openDatabase` and `openPostgres`. */
export function openStore(
  settings: { kind: 'sqlite' } | { kind: 'postgres'; url: string },
  dataDir: string,
): Promise<Kysely<Schema>> {
  return settings.kind === 'postgres' ? openPostgres(settings.url) : openDatabase(dataDir)
}

async function migrated(
  db: Kysely<Schema>,
  before: () => Promise<void> = async () => undefined,
): Promise<Kysely<Schema>> {
  try {
    await before()
    const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
    const known = await migrator.getMigrations()
    if (known.every((migration) => migration.executedAt !== undefined)) return db
    const { error } = await migrator.migrateToLatest()
    if (error !== undefined) throw error
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

// Next.js bundles this room into several entries of one process; they share one connection.
const shared = globalThis as typeof globalThis & { focusConsoleStore?: Promise<Kysely<Schema>> } // a slot of our own

/** The product's database, opened on first use. A failed opening is tried again by the next caller. */
export function database(): Promise<Kysely<Schema>> {
  shared.focusConsoleStore ??= openStore(config().database, config().dataDir).catch((error) => {
    delete shared.focusConsoleStore
    throw error
  })
  return shared.focusConsoleStore
}
