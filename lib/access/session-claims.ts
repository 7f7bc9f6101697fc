import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Role } from '@/lib/contract/permission'

/** What the session cookie carries, encrypted. Short enough for one cookie. */
export const SessionClaims = z.object({
  sub: z.string().min(1).max(255),
  /** `sandbox`, `local`, or the OpenID issuer. */
  issuer: z.string().min(1).max(500),
  name: z.string().max(200),
  email: z.string().max(320).nullable(),
  roles: z.array(Role),
  sid: z.string().min(1),
  startedMs: z.number(),
  /** The last use that counted, not the last request. */
  seenMs: z.number(),
  /** Of a local account. */
  version: z.number().optional(),
})
export type SessionClaims = z.infer<typeof SessionClaims>

/** Who somebody is when they sign in. */
export type Identity = Omit<SessionClaims, 'sid' | 'startedMs' | 'seenMs'>

export type SessionLimits = { idleMs: number; absoluteMs: number }

/** Between two renewals of the cookie; a burst of requests renews it once. */
const RENEW_AFTER_MS = 60_000

/** The claims of a new session. Names longer than the cookie can hold are cut. */
export function beginSession(identity: Identity, nowMs: number): SessionClaims {
  return {
    ...identity,
    name: identity.name.slice(0, 200),
    sid: randomUUID(),
    startedMs: nowMs,
    seenMs: nowMs,
  }
}

/** Whether a session may still be used: not idle too long, not begun too long ago, not from the future. */
export function isAlive(claims: SessionClaims, limits: SessionLimits, nowMs: number): boolean {
  return (
    claims.startedMs <= nowMs &&
    nowMs - claims.seenMs < limits.idleMs &&
    nowMs - claims.startedMs < limits.absoluteMs
  )
}

/** The claims to issue anew after a use, or null while the present ones are young enough. */
export function renewed(claims: SessionClaims, nowMs: number): SessionClaims | null {
  return nowMs - claims.seenMs < RENEW_AFTER_MS ? null : { ...claims, seenMs: nowMs }
}

/** How long the cookie is worth keeping, in whole seconds: never past the absolute end. */
export function remainingSec(claims: SessionClaims, limits: SessionLimits, nowMs: number): number {
  const endMs = Math.min(claims.seenMs + limits.idleMs, claims.startedMs + limits.absoluteMs)
  return Math.max(0, Math.floor((endMs - nowMs) / 1000))
}
