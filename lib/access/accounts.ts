import { writeBetweenOthers } from '@/lib/store/write-transaction'
import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { Role } from '@/lib/contract/permission'
import type { AccountRow, Schema } from '@/lib/store/schema'
import { hashPassword, MAX_PASSWORD_LENGTH, passwordMatches } from './password'

/** A local account, without its hash. */
export type Account = { id: string; email: string; name: string; roles: Role[]; version: number }

type Stored = Pick<AccountRow, 'id' | 'email' | 'name' | 'roles'> & { version: number }

const COLUMNS = ['id', 'email', 'name', 'roles', 'version'] as const
const normal = (email: string) => email.trim().toLowerCase()

function toAccount(row: Stored): Account {
  // A role that a later version knows and this one does not is no role here.
  const named = z.array(z.string()).parse(JSON.parse(row.roles))
  const roles = named.flatMap((name) => Role.safeParse(name).data ?? [])
  return { id: row.id, email: row.email, name: row.name, roles, version: row.version }
}

/** Adds an account. Rejects when the e-mail address has one already. */
export async function addAccount(
  db: Kysely<Schema>,
  account: { email: string; name: string; roles: Role[]; password: string; createdUtc: string },
): Promise<void> {
  const { email, name, roles, password, createdUtc } = account
  const row = {
    id: randomUUID(),
    email: normal(email),
    name,
    roles: JSON.stringify(roles),
    passwordHash: await hashPassword(password),
    createdUtc,
  }
  await db.insertInto('account').values(row).execute()
}

/** Every account, by e-mail address. */
export async function listAccounts(db: Kysely<Schema>): Promise<Account[]> {
  const rows = await db.selectFrom('account').select(COLUMNS).orderBy('email').execute()
  return rows.map(toAccount)
}

/** The account a session belongs to; null once it was removed. */
export async function accountById(db: Kysely<Schema>, id: string): Promise<Account | null> {
  const row = await db.selectFrom('account').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toAccount(row)
}

/**
 * Removes an account with the views it saved, also for those they were shared with; its sessions end with their next request.
 * False when there is none.
 */
export function removeAccount(db: Kysely<Schema>, email: string): Promise<boolean> {
  return writeBetweenOthers(db, async (store) => {
    const removed = await store
      .deleteFrom('account')
      .where('email', '=', normal(email))
      .returning('id')
      .executeTakeFirst()
    if (removed === undefined) return false
    const views = store
      .selectFrom('savedView')
      .select('id')
      .where('issuer', '=', 'local')
      .where('subject', '=', removed.id)
    await store.deleteFrom('defaultView').where('viewId', 'in', views).execute()
    for (const table of ['savedView', 'defaultView'] as const)
      await store
        .deleteFrom(table)
        .where('issuer', '=', 'local')
        .where('subject', '=', removed.id)
        .execute()
    return true
  })
}

/** Gives an account these roles and no others, from its next request on. False when there is none. */
export async function setRoles(db: Kysely<Schema>, email: string, roles: Role[]): Promise<boolean> {
  const result = await db
    .updateTable('account')
    .set({ roles: JSON.stringify(roles) })
    .where('email', '=', normal(email))
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** A new password; sessions begun with the old one end. False when there is no such account. */
export async function setPassword(
  db: Kysely<Schema>,
  email: string,
  password: string,
): Promise<boolean> {
  const passwordHash = await hashPassword(password)
  const result = await db
    .updateTable('account')
    .set((row) => ({ passwordHash, version: row('version', '+', 1) }))
    .where('email', '=', normal(email))
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

let nobody: Promise<string> | undefined

/** The account whose password this is, or null; an unknown address takes as long as a wrong password. */
export async function authenticate(
  db: Kysely<Schema>,
  email: string,
  password: string,
): Promise<Account | null> {
  if (password.length > MAX_PASSWORD_LENGTH) return null
  const row = await db
    .selectFrom('account')
    .select([...COLUMNS, 'passwordHash'])
    .where('email', '=', normal(email))
    .executeTakeFirst()
  nobody ??= hashPassword(randomUUID())
  const matches = await passwordMatches(password, row?.passwordHash ?? (await nobody))
  return row !== undefined && matches ? toAccount(row) : null
}
