import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { ENVIRONMENT } from './gate-environment'

export type StoredEntry = {
  sequence: number
  phase: 'intent' | 'progress' | 'outcome' | 'event'
  action: string
  intent: number | null
}

/** The ledger's file through a connection of its own: it sees what is committed and nothing else. */
export function ledgerFile() {
  const file = new Sqlite(join(ENVIRONMENT.DATA_DIR ?? '', 'focus-console.db'), {
    readonly: true,
  })
  return {
    after(sequence: number): StoredEntry[] {
      return file
        .prepare<[number], StoredEntry>(
          'select sequence, phase, action, intent from ledger_entry where sequence > ? order by sequence',
        )
        .all(sequence)
    },
    newest(): number {
      const row = file
        .prepare<[], { newest: number | null }>('select max(sequence) as newest from ledger_entry')
        .get()
      return row?.newest ?? -1
    },
    close: () => file.close(),
  }
}
