import type { CompiledQuery, DatabaseConnection, Dialect, Driver } from 'kysely'

/** Where a process is ended, in the order in which one access passes them. */
export const KILL_POINTS = [
  /** The entries are written; nothing is committed. */
  'before-commit',
  /** On disk; whoever waits for it was not told. */
  'after-commit',
  /** It was told; Focus was not asked. */
  'before-focus',
  'in-stream',
  /** All was sent; how it ended is not written. */
  'before-outcome',
  /** The checkpoint is signed and written, and not committed. */
  'in-checkpoint',
  /** Committed, and not at its second place. */
  'after-checkpoint',
] as const
export type KillPoint = (typeof KILL_POINTS)[number]

type Reach = (point: KillPoint) => void

/** A dialect that says when a transaction of the ledger is about to be committed, and when it was. */
export function watchedDialect(dialect: Dialect, reach: Reach): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => watchedDriver(dialect.createDriver(), reach),
  }
}

function watchedDriver(driver: Driver, reach: Reach): Driver {
  const inner = new WeakMap<DatabaseConnection, DatabaseConnection>()
  const of = (outer: DatabaseConnection) => inner.get(outer) ?? outer
  return {
    init: () => driver.init(),
    async acquireConnection() {
      const connection = await driver.acquireConnection()
      const outer = watchedConnection(connection, reach)
      inner.set(outer, connection)
      return outer
    },
    beginTransaction: (connection, settings) => driver.beginTransaction(of(connection), settings),
    commitTransaction: (connection) => driver.commitTransaction(of(connection)),
    rollbackTransaction: (connection) => driver.rollbackTransaction(of(connection)),
    releaseConnection: (connection) => driver.releaseConnection(of(connection)),
    destroy: () => driver.destroy(),
  }
}

function watchedConnection(connection: DatabaseConnection, reach: Reach): DatabaseConnection {
  let wrote: 'entry' | 'checkpoint' | null = null
  return {
    async executeQuery<R>(query: CompiledQuery) {
      const text = query.sql.toLowerCase()
      if (/^(begin|start transaction)/.test(text)) wrote = null
      const committing = text === 'commit' ? wrote : null
      if (committing === 'entry') reach('before-commit')
      if (committing === 'checkpoint') reach('in-checkpoint')
      const result = await connection.executeQuery<R>(query)
      if (text.startsWith('insert into "ledger_entry"')) wrote = 'entry'
      if (text.startsWith('insert into "ledger_checkpoint"')) wrote = 'checkpoint'
      if (committing === 'entry') reach('after-commit')
      if (committing === 'checkpoint') reach('after-checkpoint')
      return result
    },
    streamQuery: (query, size) => connection.streamQuery(query, size),
  }
}
