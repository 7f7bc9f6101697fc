import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '@/lib/store/database'
import type { Schema } from '@/lib/store/schema'
import {
  accountById,
  addAccount,
  authenticate,
  listAccounts,
  removeAccount,
  setPassword,
  setRoles,
} from './accounts'
import { endSession, isEnded } from './ended-sessions'
import { hashPassword, passwordMatches } from './password'

const PASSWORD = 'correct horse battery'
let folder: string
let db: Kysely<Schema>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'focus-console-accounts-'))
  db = await openDatabase(folder)
  await addAccount(db, {
    email: ' Anna.Meyer@Example.com ',
    name: 'Anna Meyer',
    roles: ['qa-reviewer'],
    password: PASSWORD,
    createdUtc: '2026-11-23T09:00:00Z',
  })
})

afterEach(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true })
})

const anna = async () => (await listAccounts(db)).find(({ name }) => name === 'Anna Meyer')

describe('local accounts', () => {
  test('are known by e-mail address in any case, and by nothing but their password', async () => {
    expect(await authenticate(db, 'ANNA.meyer@example.com', PASSWORD)).toMatchObject({
      email: 'anna.meyer@example.com',
      roles: ['qa-reviewer'],
    })
    expect(await authenticate(db, 'anna.meyer@example.com', 'Correct horse battery')).toBeNull()
    expect(await authenticate(db, 'anna.meyer@example.com', '')).toBeNull()
    expect(await authenticate(db, 'nobody@example.com', PASSWORD)).toBeNull()
    expect(await authenticate(db, 'anna.meyer@example.com', 'x'.repeat(2000))).toBeNull()
  })

  test('have one address each', async () => {
    const again = {
      email: 'ANNA.MEYER@EXAMPLE.COM',
      name: 'Another',
      roles: [],
      password: PASSWORD,
    }
    await expect(addAccount(db, { ...again, createdUtc: '' })).rejects.toThrow(/UNIQUE/)
  })

  test('get other roles at once, and keep their sessions', async () => {
    const before = await anna()
    expect(await setRoles(db, 'anna.meyer@example.com', ['admin'])).toBe(true)
    const after = await accountById(db, before?.id ?? '')
    expect([after?.roles, after?.version]).toEqual([['admin'], before?.version])
    expect(await setRoles(db, 'nobody@example.com', ['admin'])).toBe(false)
  })

  test('get a new version with a new password', async () => {
    const before = await anna()
    expect(await setPassword(db, 'anna.meyer@example.com', 'another long one')).toBe(true)
    expect((await anna())?.version).toBe((before?.version ?? 0) + 1)
    expect(await authenticate(db, 'anna.meyer@example.com', PASSWORD)).toBeNull()
    expect(await authenticate(db, 'anna.meyer@example.com', 'another long one')).not.toBeNull()
  })

  test('are gone once removed', async () => {
    const before = await anna()
    expect(await removeAccount(db, 'anna.meyer@example.com')).toBe(true)
    expect(await accountById(db, before?.id ?? '')).toBeNull()
    expect(await removeAccount(db, 'anna.meyer@example.com')).toBe(false)
  })

  test('outlive a restart, and keep no password', async () => {
    await db.destroy()
    db = await openDatabase(folder)
    expect(await authenticate(db, 'anna.meyer@example.com', PASSWORD)).not.toBeNull()
    const row = await db.selectFrom('account').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(PASSWORD)
    expect(row.passwordHash).toMatch(/^scrypt\$15\$8\$3\$/)
  })
})

test('a password has a different hash each time, and any way of typing a letter is one letter', async () => {
  const [one, two] = await Promise.all([
    hashPassword('caf\u00e9 long enough'),
    hashPassword('caf\u00e9 long enough'),
  ])
  expect(one).not.toBe(two)
  expect(await passwordMatches('cafe\u0301 long enough', one ?? '')).toBe(true)
  expect(await passwordMatches('anything', 'plain text')).toBe(false)
})

test('an ended session is remembered while its cookie could still live', async () => {
  const [absoluteMs, nowMs] = [1000, 50_000]
  await endSession(db, 'one', nowMs, absoluteMs)
  await endSession(db, 'one', nowMs, absoluteMs)
  expect([await isEnded(db, 'one'), await isEnded(db, 'two')]).toEqual([true, false])
  await endSession(db, 'two', nowMs + absoluteMs + 1, absoluteMs)
  expect([await isEnded(db, 'one'), await isEnded(db, 'two')]).toEqual([false, true])
})
