import './gate-environment'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PERSONAS } from '@/lib/access/personas'
import { readSession } from '@/lib/access/session'
import { providerFailure, signInRecord } from '@/lib/bff/sign-in-record'
import { ledger } from '@/lib/ledger/ledger'
import { startSignIn, Visitor } from './sign-in-server'

const COOKIE = 'next-auth.session-token'
/** Who the identity provider knows, and in which groups. */
const PEOPLE: Record<string, string[]> = {
  anna: ['call-qa', 'everyone'],
  guest: ['everyone'],
}
const servers: Server[] = []
let origin: string
const seen: URLSearchParams[] = []

beforeAll(async () => {
  const console_ = await startSignIn()
  origin = console_.origin
  const issuer = await startProvider(`${origin}/api/auth/callback/oidc`)
  Object.assign(process.env, {
    NEXTAUTH_URL: origin,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'focus-console',
    OIDC_CLIENT_SECRET: 'a secret between two servers',
    OIDC_ROLE_CLAIM: 'groups',
    OIDC_ROLE_MAP: 'call-qa=qa-reviewer',
  })
  servers.push(console_.server)
})
afterAll(() => {
  for (const server of servers) server.close()
})

/** A real OpenID provider on loopback, whose own sign-in form is its development one. */
async function startProvider(redirectUri: string): Promise<string> {
  const holder = await import('node:http').then(({ createServer }) => createServer())
  await new Promise<void>((done) => holder.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(holder.address() as AddressInfo).port}` // a TCP server that listens
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'focus-console',
        client_secret: 'a secret between two servers',
        redirect_uris: [redirectUri],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: async () => ({
        sub: id,
        name: `${id} of the directory`,
        email: `${id}@example.com`,
        groups: PEOPLE[id] ?? [],
      }),
    }),
    cookies: { keys: ['keys of the test'] },
  })
  holder.on('request', (request, reply) => {
    const url = new URL(request.url ?? '/', issuer)
    if (url.pathname === '/auth') seen.push(url.searchParams)
    provider.callback()(request, reply)
  })
  servers.push(holder)
  return issuer
}

/** Follows a browser from the console to the provider, through its forms, and back to the console. */
async function signIn(visitor: Visitor, login: string): Promise<URL> {
  let next = new URL(await visitor.post(origin, 'signin/oidc'))
  for (let hop = 0; hop < 12; hop++) {
    const response = await visitor.send(next)
    const location = response.headers.get('location')
    if (location !== null) {
      next = new URL(location, next)
      if (next.origin === origin && !next.pathname.startsWith('/api/auth/callback')) return next
      continue
    }
    const page = await response.text()
    const action = /action="([^"]+)"/.exec(page)?.[1]
    if (action === undefined) throw new Error(`${response.status} at ${next.pathname}: ${page}`)
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? 'login'
    const form = prompt === 'login' ? { prompt, login, password: 'any' } : { prompt }
    const posted = await visitor.send(new URL(action, next), form)
    next = new URL(posted.headers.get('location') ?? '', next)
  }
  throw new Error('The provider never came back')
}

async function signIns() {
  const { accesses } = await ledger().accesses({ actions: ['sign-in'] })
  return accesses.map(({ deed }) => deed)
}

describe('signing in by OpenID Connect', () => {
  test('takes PKCE, state and nonce, and the roles from the mapped claim', async () => {
    const anna = new Visitor()
    expect((await signIn(anna, 'anna')).pathname).toBe('/recordings')
    const sent = seen[0]
    expect(sent?.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'state', 'nonce']) expect(sent?.get(name)).toBeTruthy()
    const cookie = `${COOKIE}=${anna.cookie(origin, COOKIE)}`
    const session = await readSession(new Request(origin, { headers: { cookie } }))
    expect(session).toMatchObject({
      subject: 'anna',
      issuer: process.env.OIDC_ISSUER,
      name: 'anna of the directory',
      email: 'anna@example.com',
      roles: ['qa-reviewer'],
    })
  })

  test('refuses whoever has no role here, in a way the page can say', async () => {
    const guest = new Visitor()
    const landed = await signIn(guest, 'guest')
    expect(landed.pathname + landed.search).toBe('/sign-in?error=NoRole')
    expect(guest.cookie(origin, COOKIE)).toBeUndefined()
    const refused = (await signIns()).at(-1)
    expect(refused).toMatchObject({
      allowed: false,
      rule: 'no-role',
      actor: { subject: 'guest', name: 'guest of the directory', roles: [] },
    })
  })

  test('refuses an answer that this browser did not ask for', async () => {
    const stranger = new Visitor()
    const forged = `${origin}/api/auth/callback/oidc?code=stolen&state=forged`
    const answer = await stranger.send(forged)
    expect(stranger.cookie(origin, COOKIE)).toBeUndefined()
    // The route records what next-auth tells of it.
    const failure = providerFailure(new Request(forged), answer)
    expect(failure).toBe('OAuthCallback')
    await signInRecord(new Headers()).providerFailed(failure ?? '')
    expect((await signIns()).at(-1)).toMatchObject({
      allowed: false,
      actor: null,
      rule: 'identity-provider:OAuthCallback',
    })
  })

  test('stands beside the personas of the sandbox', async () => {
    for (const { id, name } of PERSONAS) {
      const visitor = new Visitor()
      await visitor.post(origin, 'callback/sandbox', { persona: id })
      const cookie = `${COOKIE}=${visitor.cookie(origin, COOKIE)}`
      const session = await readSession(new Request(origin, { headers: { cookie } }))
      expect(session).toMatchObject({ name, roles: [id] })
    }
    const visitor = new Visitor()
    await visitor.post(origin, 'callback/sandbox', { persona: 'owner' })
    expect(visitor.cookie(origin, COOKIE)).toBeUndefined()
  })
})
