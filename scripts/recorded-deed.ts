import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { AccessSettings } from '@/lib/config/access-settings'
import type { Deed, Outcome } from '@/lib/ledger/access-ledger'
import { openLedger } from '@/lib/ledger/open-ledger'
import { readSigningKey } from '@/lib/ledger/signing-key'
import { Problem } from '@/lib/problem/problem'
import type { Schema } from '@/lib/store/schema'

/**
 * Does something at the command line once its intent is in the ledger, and writes how it ended: well, or by the `Problem` it
 * rejects with, and what `make` noted meanwhile. Rejects, with nothing done, when the ledger cannot be written.
 */
export async function recordedDeed<T>(options: {
  db: Kysely<Schema>
  settings: AccessSettings
  /** Name of the command, which stands for the version of the console. */
  command: string
  deed: Pick<Deed, 'action' | 'object'>
  make: (note: (part: Partial<Outcome>) => void) => Promise<T>
}): Promise<T> {
  // The ledger's own timers do not keep a process alive, and its group commit waits on one.
  const awake = setInterval(() => {}, 1000)
  try {
    return await doInLedger(options)
  } finally {
    clearInterval(awake)
  }
}

async function doInLedger<T>({
  db,
  settings,
  command,
  deed,
  make,
}: Parameters<typeof recordedDeed<T>>[0]): Promise<T> {
  const signed = await db.selectFrom('ledgerCheckpoint').select('size').limit(1).executeTakeFirst()
  const ledger = await openLedger({
    db,
    key: readSigningKey(settings.ledger.keyFile, signed === undefined),
    name: settings.ledger.name,
    // Of no session: no entry of this process has a session to hash.
    sessionSecret: randomUUID(),
    build: command,
    witness: settings.ledger.witness,
    announce: false,
  })
  try {
    const entry = await ledger.intend({
      ...deed,
      actor: null,
      sessionId: null,
      purpose: null,
      allowed: true,
      rule: 'command-line',
      origin: { address: null, agent: null, page: null },
      requestId: null,
    })
    let noted: Partial<Outcome> = {}
    const note = (part: Partial<Outcome>) => {
      noted = { ...noted, ...part }
    }
    try {
      const result = await make(note)
      await entry.conclude({ status: 200, ...noted })
      return result
    } catch (error) {
      const known = error instanceof Problem
      const failed = known
        ? { status: error.status, problem: error.slug }
        : { status: 500, problem: 'internal' }
      await entry.conclude({ ...noted, ...failed })
      throw error
    }
  } finally {
    await ledger.stop()
  }
}
