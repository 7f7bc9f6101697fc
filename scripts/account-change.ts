import { userInfo } from 'node:os'
import type { Kysely } from 'kysely'
import type { AccessSettings } from '@/lib/config/access-settings'
import type { Role } from '@/lib/contract/permission'
import type { Schema } from '@/lib/store/schema'
import { recordedDeed } from './recorded-deed'

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
export function changeAccount<T>(options: {
  db: Kysely<Schema>
  settings: AccessSettings
  change: AccountChange
  make: () => Promise<T>
}): Promise<T> {
  const { db, settings, change, make } = options
  return recordedDeed({
    db,
    settings,
    command: 'accounts',
    deed: {
      action: 'account-change',
      object: {
        kind: 'account',
        ids: [change.command],
        query: { ...change, by: `${userInfo().username} at the command line` },
      },
    },
    make: async (note) => {
      const made = await make()
      if (made === false) note({ status: 404, problem: 'not-found' })
      return made
    },
  })
}
