import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { config } from '@/lib/config/config'
import { remainingSec, SessionClaims } from './session-claims'

/** Whether people reach this console by https; decides the cookies' names and flags. */
export const isSecure = () => config().auth.origin.startsWith('https:')

/** The name next-auth gives the session cookie. */
export const sessionCookieName = () => `${isSecure() ? '__Secure-' : ''}next-auth.session-token`

/** The claims in a cookie's value; null when it is not ours, was altered or is of an older form. */
export async function decodeSession(value: string | undefined): Promise<SessionClaims | null> {
  if (value === undefined || value === '') return null
  try {
    const claims = await decode({ token: value, secret: config().auth.secret })
    return SessionClaims.safeParse(claims).data ?? null
  } catch {
    return null
  }
}

/** The value of a cookie with these claims. */
export function encodeSession(claims: SessionClaims, nowMs: number): Promise<string> {
  const { auth } = config()
  return encode({ token: claims, secret: auth.secret, maxAge: remainingSec(claims, auth, nowMs) })
}

/** A `Set-Cookie` line that renews the session, with the flags next-auth sets. */
export async function sessionSetCookie(claims: SessionClaims, nowMs: number): Promise<string> {
  const value = await encodeSession(claims, nowMs)
  const maxAge = remainingSec(claims, config().auth, nowMs)
  const flags = `Path=/; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`
  return `${sessionCookieName()}=${value}; ${flags}; Max-Age=${maxAge}`
}

/** The value of one cookie in a `Cookie` header. */
export function cookieIn(header: string | null, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}
