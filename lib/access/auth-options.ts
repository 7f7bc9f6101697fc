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
  }
}

const throttle = new SignInThrottle()

const sandboxProvider = credentials({
  id: 'sandbox',
  name: 'Sandbox',
  credentials: { persona: {} },
  async authorize(given): Promise<User | null> {
    const persona = PERSONAS.find(({ id }) => id === given?.persona)
    if (persona === undefined) return null
    const { id, name, email } = persona
    return { id, identity: { sub: id, issuer: 'sandbox', name, email, roles: [id] } }
  },
})

const localProvider = credentials({
  id: 'local',
  name: 'Account',
  credentials: { email: {}, password: {} },
  async authorize(given): Promise<User | null> {
    const { email, password } = given ?? {}
    if (typeof email !== 'string' || typeof password !== 'string') return null
    const key = email.trim().toLowerCase().slice(0, 320)
    if (!throttle.admits(key)) throw new Error('TooManyAttempts')
    const account = await authenticate(await database(), key, password)
    if (account === null) {
      throttle.failed(key)
      return null
    }
    throttle.succeeded(key)
    const { id, name, roles, version } = account
    return { id, identity: { sub: id, issuer: 'local', name, email: key, roles, version } }
  },
})

/** Only the ways of signing in that this console is configured for exist at all. */
function providers({ focus, auth }: Config): AuthOptions['providers'] {
  return [
    ...(focus.sandbox ? [sandboxProvider] : [localProvider]),
    ...(auth.oidc === null ? [] : [oidcProvider(auth.oidc)]),
  ]
}

/** The sign-in of this console, for next-auth. The gate reads and renews the sessions that it begins. */
export function authOptions(): AuthOptions {
  const settings = config()
  const { auth } = settings
  return {
    providers: providers(settings),
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
      signIn({ user }) {
        if (user.identity === undefined) return false
        return user.identity.roles.length > 0 || '/sign-in?error=NoRole'
      },
      jwt({ token, user }) {
        // next-auth passes a user once, as they sign in.
        return user?.identity === undefined ? token : beginSession(user.identity, Date.now())
      },
      session({ session, token }) {
        return { expires: session.expires, user: { name: token.name ?? null } }
      },
    },
    events: {
      async signOut({ token }) {
        const claims = SessionClaims.safeParse(token).data
        if (claims) await endSession(await database(), claims.sid, Date.now(), auth.absoluteMs)
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
