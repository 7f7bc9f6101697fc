import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { openPostgres, openSqliteFile } from '@/lib/store/database'
import type { Schema } from '@/lib/store/schema'
import { type PostgresServer, startPostgres } from './postgres-server'

/** An empty database of one of the two kinds. */
export type TestDatabase = {
  db: Kysely<Schema>
  /** A file, or the address of a server's database. */
  place: string
  /** A connection more, as another process has one. */
  again(): Promise<Kysely<Schema>>
}

export type DatabaseKind = 'sqlite' | 'postgres'
export const DATABASE_KINDS: readonly DatabaseKind[] = ['sqlite', 'postgres']

/** Makes databases for one test file, and takes them away at its end. */
export class TestDatabases {
  readonly #folder = mkdtempSync(join(tmpdir(), 'focus-console-ledger-'))
  readonly #connections: Kysely<Schema>[] = []
  #server: Promise<PostgresServer> | null = null
  #made = 0

  /** An empty database with its tables. */
  async make(kind: DatabaseKind): Promise<TestDatabase> {
    const place =
      kind === 'sqlite' ? this.#newFile() : await (await this.#postgres()).makeDatabase()
    const again = async () => {
      const db = await (kind === 'sqlite' ? openSqliteFile(place) : openPostgres(place))
      this.#connections.push(db)
      return db
    }
    return { db: await again(), place, again }
  }

  async close(): Promise<void> {
    for (const db of this.#connections) await db.destroy()
    await (await this.#server)?.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #newFile(): string {
    this.#made += 1
    return join(this.#folder, `ledger-${this.#made}.db`)
  }

  #postgres(): Promise<PostgresServer> {
    this.#server ??= startPostgres()
    return this.#server
  }
}
