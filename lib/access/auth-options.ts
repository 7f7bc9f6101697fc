import 'server-only'
import type { AuthOptions, User } from 'next-auth'
import credentials from 'next-auth/providers/credentials'
import { z } from 'zod'
import { type Config, config } from '@/lib/config/config'
import { log } from '@/lib/config/log'
import { database } from '@/lib/store/database'
import { authenticate } from './accounts'
import { endSession } from './ended-sessions'
import { oidcProvider } from './oidc-provider'
import { PERSONAS } from './personas'
import { beginSession, type Identity, isAlive, SessionClaims } from './session-claims'
import { decodeSession, encodeSession, isSecure } from './session-cookie'
import { SignInThrottle } from './sign-in-throttle'

declare module 'next-auth' {
  interface User {
    identity?: Identity
    /** The session that begins with this sign-in. */
    claims?: SessionClaims
  }
}

/** Why somebody was not let in. */
export type SignInRefusal = {
  rule: 'wrong-password' | 'too-many-attempts' | 'unknown-persona' | 'no-role'
  /** As it was typed, where that was all. */
  email: string | null
  /** Who it was, where that was proved. */
  identity: Identity | null
}

/** Told of every sign-in and sign-out; this room does not know who keeps a record of them. */
export type SignInRecord = {
  /** Rejects when it cannot be recorded: nobody is signed in then. */
  signedIn(claims: SessionClaims): Promise<void>
  /** Never rejects. */
  signedOut(claims: SessionClaims): Promise<void>
  /** Never rejects. */
  refused(refusal: SignInRefusal): Promise<void>
}

const throttle = new SignInThrottle()

const sandboxProvider = (record: SignInRecord) =>
  credentials({
    id: 'sandbox',
    name: 'Sandbox',
    credentials: { persona: {} },
    async authorize(given): Promise<User | null> {
      const persona = PERSONAS.find(({ id }) => id === given?.persona)
      if (persona === undefined) {
        await record.refused({ rule: 'unknown-persona', email: null, identity: null })
        return null
      }
      const { id, name, email } = persona
      return { id, identity: { sub: id, issuer: 'sandbox', name, email, roles: [id] } }
    },
  })

const localProvider = (record: SignInRecord) =>
  credentials({
    id: 'local',
    name: 'Account',
    credentials: { email: {}, password: {} },
    async authorize(given): Promise<User | null> {
      const { email: typed, password } = given ?? {}
      if (typeof typed !== 'string' || typeof password !== 'string') return null
      const email = typed.trim().toLowerCase().slice(0, 320)
      if (!throttle.admits(email)) {
        await record.refused({ rule: 'too-many-attempts', email, identity: null })
        throw new Error('TooManyAttempts')
      }
      const account = await authenticate(await database(), email, password)
      if (account === null) {
        throttle.failed(email)
        await record.refused({ rule: 'wrong-password', email, identity: null })
        return null
      }
      throttle.succeeded(email)
      const { id, name, roles, version } = account
      return { id, identity: { sub: id, issuer: 'local', name, email, roles, version } }
    },
  })

/** Only the ways of signing in that this console is configured for exist at all. */
function providers({ focus, auth }: Config, record: SignInRecord): AuthOptions['providers'] {
  return [
    focus.sandbox ? sandboxProvider(record) : localProvider(record),
    ...(auth.oidc === null ? [] : [oidcProvider(auth.oidc)]),
  ]
}

/** The sign-in of this console, for next-auth. The gate reads and renews the sessions that it begins. */
export function authOptions(record: SignInRecord): AuthOptions {
  const settings = config()
  const { auth } = settings
  return {
    providers: providers(settings, record),
    secret: auth.secret,
    useSecureCookies: isSecure(),
    session: { strategy: 'jwt', maxAge: Math.floor(auth.idleMs / 1000) },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    jwt: {
      async encode({ token }) {
        return encodeSession(SessionClaims.parse(token), Date.now())
      },
      async decode({ token }) {
        const claims = await decodeSession(token)
        return claims !== null && isAlive(claims, auth, Date.now()) ? claims : null
      },
    },
    callbacks: {
      async signIn({ user }) {
        const { identity } = user
        if (identity === undefined) return false
        if (identity.roles.length === 0) {
          await record.refused({ rule: 'no-role', email: null, identity })
          return '/sign-in?error=NoRole'
        }
        const claims = beginSession(identity, Date.now())
        try {
          await record.signedIn(claims)
        } catch (err) {
          log.error({ err }, 'a sign-in could not be recorded')
          return '/sign-in?error=NotRecorded'
        }
        user.claims = claims
        return true
      },
      // next-auth passes a user once, as they sign in.
      jwt: ({ token, user }) => user?.claims ?? token,
      session({ session, token }) {
        return { expires: session.expires, user: { name: token.name ?? null } }
      },
    },
    events: {
      async signOut({ token }) {
        const claims = SessionClaims.safeParse(token).data
        if (claims === undefined) return
        try {
          await endSession(await database(), claims.sid, Date.now(), auth.absoluteMs)
        } finally {
          await record.signedOut(claims)
        }
      },
    },
    logger: {
      error: (code, metadata) => log.warn({ err: causeOf(metadata), code }, 'sign-in failed'),
      warn: (code) => log.debug({ code }, 'sign-in'),
      debug() {
        // Its debug lines carry profiles and tokens.
      },
    },
  }
}

function causeOf(metadata: unknown): unknown {
  if (metadata instanceof Error) return metadata
  const inner = z.object({ error: z.instanceof(Error) }).safeParse(metadata)
  return inner.data?.error
}
