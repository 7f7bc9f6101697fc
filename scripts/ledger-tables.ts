import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { z } from 'zod'

/** What the verification asks of a database: the rows of a question in plain SQL, all of one moment. */
export type LedgerTables = {
  rows<S extends z.ZodType>(sql: string, row: S): Promise<z.output<S>[]>
  close(): Promise<void>
}

/** Opens a console's SQLite file to read it, and nothing else. Throws when it is not there. */
export function readSqlite(path: string): LedgerTables {
  const file = new Sqlite(path, { readonly: true, fileMustExist: true })
  file.pragma('busy_timeout = 5000')
  // One transaction: what is written meanwhile is not seen by halves.
  file.exec('begin')
  return {
    async rows(sql, row) {
      return z.array(row).parse(file.prepare(sql).all())
    },
    async close() {
      file.close()
    },
  }
}

/** The same for a PostgreSQL database by its address. Rejects with the server's error. */
export async function readPostgres(url: string): Promise<LedgerTables> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  await client.query('start transaction isolation level repeatable read read only')
  return {
    async rows(sql, row) {
      return z.array(row).parse((await client.query(sql)).rows)
    },
    close: () => client.end(),
  }
}
