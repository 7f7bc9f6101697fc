import 'server-only'
import { config } from '@/lib/config/config'
import { database } from '@/lib/store/database'
import type { Ledger } from './access-ledger'
import { openLedger } from './open-ledger'
import { readSigningKey } from './signing-key'

const KEY = Symbol.for('focus-console.ledger')
// Routes may be bundled apart: the process, not the module, holds the one ledger.
const shared = globalThis as { [KEY]?: Promise<Ledger> } // only this file writes under the symbol

async function open(announce: boolean): Promise<Ledger> {
  const { auth, ledger: settings, version } = config()
  const db = await database()
  const signed = await db.selectFrom('ledgerCheckpoint').select('size').limit(1).executeTakeFirst()
  return openLedger({
    db,
    // A signed ledger without its key is no new ledger.
    key: readSigningKey(settings.keyFile, signed === undefined),
    name: settings.name,
    sessionSecret: auth.secret,
    build: version,
    witness: settings.witness,
    announce,
  })
}

/**
 * Opens the ledger of this process, once: closes what an earlier one left open. A failed opening is tried again
 * by the next caller. `announce: false` leaves start and stop out of it, for a command that writes an entry and ends.
 * Rejects with the storage's or the key file's error.
 */
export function startLedger(options: { announce?: boolean } = {}): Promise<Ledger> {
  shared[KEY] ??= open(options.announce ?? true).catch((error) => {
    delete shared[KEY]
    throw error
  })
  return shared[KEY]
}

/** Writes the last entry and checkpoint, where a ledger was opened; it is opened anew by the next use. */
export async function stopLedger(): Promise<void> {
  const opened = shared[KEY]
  delete shared[KEY]
  await (await opened?.catch(() => undefined))?.stop()
}

const ofThisProcess: Ledger = {
  intend: async (deed) => (await startLedger()).intend(deed),
  record: async (deed, outcome) => (await startLedger()).record(deed, outcome),
  check: async () => (await startLedger()).check(),
  accesses: async (query) => (await startLedger()).accesses(query),
  actors: async () => (await startLedger()).actors(),
  entry: async (sequence) => (await startLedger()).entry(sequence),
  prove: async (sequences) => (await startLedger()).prove(sequences),
  consistency: async (from, to) => (await startLedger()).consistency(from, to),
  state: async () => (await startLedger()).state(),
  verify: async (signal) => (await startLedger()).verify(signal),
  async *exportLines(signal) {
    yield* (await startLedger()).exportLines(signal)
  },
  erase: async (actorKey) => (await startLedger()).erase(actorKey),
  stop: stopLedger,
}

/** The ledger of this process, opened on first use. */
export function ledger(): Ledger {
  return ofThisProcess
}
