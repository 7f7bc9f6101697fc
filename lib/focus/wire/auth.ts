import { z } from 'zod'

/** Call 1, documented by the vendor; nothing in it is assumed. */
export const AuthRequest = z.object({ clientId: z.int(), apiKey: z.string(), username: z.string() })

export const AuthReply = z.object({ token: z.string().min(1) })

const Claims = z.object({ exp: z.number().positive(), iat: z.number().positive().optional() })

/** What a token is taken to live for when it does not say. [A] */
export const ASSUMED_LIFE_MS = 5 * 60_000
const LONGEST_LIFE_MS = 24 * 60 * 60_000

/**
 * How long a token lives from now, by its `exp` claim (RFC 7519), measured from `iat` where there is
 * one, so that a clock that differs from Focus's does no harm.
 */
export function tokenLifeMs(token: string, nowMs: number): number {
  const claims = readClaims(token)
  if (claims === null) return ASSUMED_LIFE_MS
  const lifeMs = claims.exp * 1000 - (claims.iat === undefined ? nowMs : claims.iat * 1000)
  return lifeMs > 0 ? Math.min(lifeMs, LONGEST_LIFE_MS) : ASSUMED_LIFE_MS
}

function readClaims(token: string): z.infer<typeof Claims> | null {
  try {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')
    return Claims.parse(JSON.parse(payload))
  } catch {
    return null
  }
}
