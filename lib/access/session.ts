import 'server-only'
import { createHmac } from 'node:crypto'
import { cookies } from 'next/headers'
import { config } from '@/lib/config/config'
import type { Permission, Role } from '@/lib/contract/permission'
import { database } from '@/lib/store/database'
import { accountById } from './accounts'
import { isEnded } from './ended-sessions'
import { permissionsOf } from './roles'
import { isAlive, renewed, type SessionClaims } from './session-claims'
import { cookieIn, decodeSession, sessionCookieName, sessionSetCookie } from './session-cookie'

/** Somebody signed in, with what they may do now. */
export type Session = {
  subject: string
  issuer: string
  name: string
  email: string | null
  roles: Role[]
  permissions: Permission[]
  sessionId: string
  startedUtc: string
}

/**
 * Who sends this request; null when nobody is signed in, the session is over (idle, too old, signed out) or
 * the account behind it is gone. Rejects with the store's error when that cannot be told.
 */
export async function readSession(
  request: Request,
  nowMs: number = Date.now(),
): Promise<Session | null> {
  return sessionIn(cookieIn(request.headers.get('cookie'), sessionCookieName()), nowMs)
}

/** The same for a page being rendered. */
export async function currentSession(): Promise<Session | null> {
  return sessionIn((await cookies()).get(sessionCookieName())?.value, Date.now())
}

/** A `Set-Cookie` line when this use should prolong the session, else null. */
export async function renewal(
  request: Request,
  nowMs: number = Date.now(),
): Promise<string | null> {
  const claims = await decodeSession(cookieIn(request.headers.get('cookie'), sessionCookieName()))
  const next = claims === null ? null : renewed(claims, nowMs)
  return next === null ? null : sessionSetCookie(next, nowMs)
}

/** Tells one person's log lines from another's without naming either; keyed, so it cannot be guessed back. */
export function subjectHash(session: Pick<Session, 'issuer' | 'subject'>): string {
  return createHmac('sha256', config().auth.secret)
    .update(`${session.issuer}\n${session.subject}`)
    .digest('hex')
    .slice(0, 16)
}

async function sessionIn(value: string | undefined, nowMs: number): Promise<Session | null> {
  const claims = await decodeSession(value)
  if (claims === null || !isAlive(claims, config().auth, nowMs)) return null
  if (await isEnded(await database(), claims.sid)) return null
  const roles = await rolesNow(claims)
  if (roles === null) return null
  return {
    subject: claims.sub,
    issuer: claims.issuer,
    name: claims.name,
    email: claims.email,
    roles,
    permissions: permissionsOf(roles),
    sessionId: claims.sid,
    startedUtc: new Date(claims.startedMs).toISOString(),
  }
}

/** Null when the way this person signed in is no longer open to them. */
async function rolesNow(claims: SessionClaims): Promise<Role[] | null> {
  const { focus, auth } = config()
  if (claims.issuer === 'sandbox') return focus.sandbox ? claims.roles : null
  if (claims.issuer !== 'local') return claims.issuer === auth.oidc?.issuer ? claims.roles : null
  const account = await accountById(await database(), claims.sub)
  return account?.version === claims.version ? (account?.roles ?? null) : null
}
