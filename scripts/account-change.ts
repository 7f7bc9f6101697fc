import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import type { Kysely } from 'kysely'
import type { AccessSettings } from '@/lib/config/access-settings'
import type { Role } from '@/lib/contract/permission'
import { openLedger } from '@/lib/ledger/open-ledger'
import { readSigningKey } from '@/lib/ledger/signing-key'
import type { Schema } from '@/lib/store/schema'

/** A change of a local account as the ledger tells it; never a password. */
export type AccountChange = {
  command: 'add' | 'remove' | 'set-role' | 'set-password'
  email: string
  roles?: Role[]
}

/**
 * Makes a change of an account once its intent is in the ledger, and writes how it ended. `make` answers false where
 * there was nothing to change. Rejects, with nothing changed, when the ledger cannot be written.
 */
export async function changeAccount<T>(options: {
  db: Kysely<Schema>
  settings: AccessSettings
  change: AccountChange
  make: () => Promise<T>
}): Promise<T> {
  const { db, settings, change, make } = options
  // The ledger's own timers do not keep a process alive, and its group commit waits on one.
  const awake = setInterval(() => {}, 1000)
  try {
    return await changeInLedger(db, settings, change, make)
  } finally {
    clearInterval(awake)
  }
}

async function changeInLedger<T>(
  db: Kysely<Schema>,
  settings: AccessSettings,
  change: AccountChange,
  make: () => Promise<T>,
): Promise<T> {
  const signed = await db.selectFrom('ledgerCheckpoint').select('size').limit(1).executeTakeFirst()
  const ledger = await openLedger({
    db,
    key: readSigningKey(settings.ledger.keyFile, signed === undefined),
    name: settings.ledger.name,
    // Of no session: no entry of this process has a session to hash.
    sessionSecret: randomUUID(),
    build: 'accounts',
    witness: settings.ledger.witness,
    announce: false,
  })
  try {
    const entry = await ledger.intend({
      action: 'account-change',
      object: {
        kind: 'account',
        ids: [change.command],
        query: { ...change, by: `${userInfo().username} at the command line` },
      },
      actor: null,
      sessionId: null,
      purpose: null,
      allowed: true,
      rule: 'command-line',
      origin: { address: null, agent: null, page: null },
      requestId: null,
    })
    try {
      const made = await make()
      await entry.conclude(made === false ? { status: 404, problem: 'not-found' } : { status: 200 })
      return made
    } catch (error) {
      await entry.conclude({ status: 500, problem: 'internal' })
      throw error
    }
  } finally {
    await ledger.stop()
  }
}
