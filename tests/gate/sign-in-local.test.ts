import type { Server } from 'node:http'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { addAccount, removeAccount, setPassword, setRoles } from '@/lib/access/accounts'
import { readSession } from '@/lib/access/session'
import { signInMessage } from '@/lib/access/sign-in-messages'
import { signInWays } from '@/lib/access/sign-in-ways'
import { ledger } from '@/lib/ledger/ledger'
import { database } from '@/lib/store/database'
import { ENVIRONMENT } from './gate-environment'
import { startSignIn, Visitor } from './sign-in-server'

vi.setConfig({ testTimeout: 120_000 })
const PASSWORD = 'correct horse battery'
const COOKIE = 'next-auth.session-token'
let server: Server
let origin: string

beforeAll(async () => {
  // With a real tenant: the personas are not there.
  delete process.env.FOCUS_SANDBOX
  Object.assign(process.env, { FOCUS_BASE_URL: 'https://uk.focus.subphonic.ai/api' })
  ;({ server, origin } = await startSignIn())
  process.env.NEXTAUTH_URL = origin
})
afterAll(() => server.close())

async function add(email: string): Promise<void> {
  await addAccount(await database(), {
    email,
    name: 'Anna Meyer',
    roles: ['qa-reviewer'],
    password: PASSWORD,
    createdUtc: '2026-11-23T09:00:00Z',
  })
}

const signIn = (visitor: Visitor, email: string, password: string) =>
  visitor.post(origin, 'callback/local', { email, password })

const sessionOf = (cookie: string | undefined) =>
  readSession(new Request(origin, { headers: { cookie: `${COOKIE}=${cookie}` } }))

/** What the ledger says of sign-ins and sign-outs. */
async function recorded() {
  const { accesses } = await ledger().accesses({ actions: ['sign-in', 'sign-out'], limit: 5000 })
  return accesses.map(({ deed }) => ({
    action: deed.action,
    rule: deed.rule,
    allowed: deed.allowed,
    who: deed.actor?.email ?? null,
    typed: deed.object.query ?? null,
    inSession: deed.sessionHash !== null,
  }))
}

describe('a local account', () => {
  test('signs in, and loses access with its roles, its password and its existence', async () => {
    const email = 'anna.meyer@example.com'
    await add(email)
    const anna = new Visitor()
    expect(await signIn(anna, email, PASSWORD)).toBe(`${origin}/recordings`)
    const cookie = anna.cookie(origin, COOKIE)
    expect(await sessionOf(cookie)).toMatchObject({
      email,
      issuer: 'local',
      roles: ['qa-reviewer'],
    })

    await setRoles(await database(), email, ['admin'])
    expect((await sessionOf(cookie))?.permissions).not.toContain('recordings.play')
    await setPassword(await database(), email, 'another long one')
    expect(await sessionOf(cookie)).toBeNull()

    expect(await signIn(anna, email, 'another long one')).toBe(`${origin}/recordings`)
    expect(await sessionOf(anna.cookie(origin, COOKIE))).not.toBeNull()
    await removeAccount(await database(), email)
    expect(await sessionOf(anna.cookie(origin, COOKIE))).toBeNull()
  })

  test('ends its session for good by signing out, idleness and age', async () => {
    const email = 'daniel.okafor@example.com'
    await add(email)
    const daniel = new Visitor()
    await signIn(daniel, email, PASSWORD)
    const cookie = daniel.cookie(origin, COOKIE)
    const request = new Request(origin, { headers: { cookie: `${COOKIE}=${cookie}` } })
    expect(await readSession(request, Date.now() + 29 * 60_000)).not.toBeNull()
    expect(await readSession(request, Date.now() + 31 * 60_000)).toBeNull()
    await daniel.post(origin, 'signout')
    expect(daniel.cookie(origin, COOKIE)).toBeUndefined()
    // A kept copy of the cookie is worth nothing.
    expect(await sessionOf(cookie)).toBeNull()
  })

  test('is guessed at slowly', async () => {
    const email = 'priya.raman@example.com'
    await add(email)
    const guesser = new Visitor()
    for (let guess = 0; guess < 5; guess++)
      expect(await signIn(guesser, email, `guess number ${guess}`)).toContain('CredentialsSignin')
    expect(await signIn(guesser, email, PASSWORD)).toContain('TooManyAttempts')
    expect(guesser.cookie(origin, COOKIE)).toBeUndefined()
    const guesses = (await recorded()).filter(({ allowed }) => !allowed)
    expect(guesses.map(({ rule }) => rule)).toEqual([
      ...Array<string>(5).fill('wrong-password'),
      'too-many-attempts',
    ])
    for (const { who, typed } of guesses) expect([who, typed]).toEqual([null, { email }])
  })

  test('is not signed in when that cannot be recorded, and signs out all the same', async () => {
    const email = 'marta.silva@example.com'
    await add(email)
    const [inside, outside] = [new Visitor(), new Visitor()]
    await signIn(inside, email, PASSWORD)
    const cookie = inside.cookie(origin, COOKIE)
    const before = await recorded()
    const session = { who: email, inSession: true, allowed: true, typed: null }
    expect(before.at(-1)).toEqual({ action: 'sign-in', rule: 'signed-in:local', ...session })

    const db = await database()
    await sql`pragma query_only = on`.execute(db)
    try {
      const landed = new URL(await signIn(outside, email, PASSWORD), origin)
      expect(landed.searchParams.get('error')).toBe('NotRecorded')
      expect(signInMessage('NotRecorded')).toMatch(/cannot be recorded/)
      expect(outside.cookie(origin, COOKIE)).toBeUndefined()
      await inside.post(origin, 'signout')
      expect(inside.cookie(origin, COOKIE)).toBeUndefined()
    } finally {
      await sql`pragma query_only = off`.execute(db)
    }
    // A kept copy of the cookie is worth nothing, though nothing could be stored.
    expect(await sessionOf(cookie)).toBeNull()
    expect(await recorded()).toEqual(before)

    await signIn(inside, email, PASSWORD)
    await inside.post(origin, 'signout')
    expect((await recorded()).at(-1)).toEqual({
      action: 'sign-out',
      rule: 'own-session',
      ...session,
    })
  })

  test('is the only way in: no persona exists with a real tenant', async () => {
    expect(signInWays()).toEqual({ personas: [], oidc: null, local: true })
    const visitor = new Visitor()
    await visitor.post(origin, 'callback/sandbox', { persona: 'qa-reviewer' })
    expect(visitor.cookie(origin, COOKIE)).toBeUndefined()
    expect(ENVIRONMENT.FOCUS_SANDBOX).toBe('1')
  })
})
