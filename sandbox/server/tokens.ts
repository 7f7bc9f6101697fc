import { createHmac, timingSafeEqual } from 'node:crypto'

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

export type Tokens = {
  issue(username: string): { token: string; refreshToken: string }
  /** Whether the token is ours, in time and not revoked. */
  accepts(token: string): boolean
  revokeAll(): void
  /** The life of tokens issued from now on. */
  setSeconds(seconds: number): void
}

/** Bearer tokens as Focus issues them: JWTs (RFC 7519) signed with HS256, of a short life. */
export function makeTokens(seed: number, clock: () => number, lifeSeconds: number): Tokens {
  const key = `sandbox-${seed}`
  let seconds = lifeSeconds
  let generation = 1
  let issued = 0
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url')

  const make = (username: string, use: string, life: number) => {
    issued += 1
    const iat = Math.floor(clock() / 1000)
    const body = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({
      sub: username,
      use,
      generation,
      jti: `${seed}-${issued}`,
      iat,
      exp: iat + life,
    })}`
    return `${body}.${sign(body)}`
  }

  return {
    issue: (username) => ({
      token: make(username, 'access', seconds),
      refreshToken: make(username, 'refresh', 3600),
    }),
    accepts(token) {
      const [header, payload, signature] = token.split('.')
      if (!header || !payload || !signature) return false
      const expected = Buffer.from(sign(`${header}.${payload}`))
      const given = Buffer.from(signature)
      if (expected.length !== given.length || !timingSafeEqual(expected, given)) return false
      const claims: { use?: string; exp?: number; generation?: number } = JSON.parse(
        Buffer.from(payload, 'base64url').toString(),
      )
      return (
        claims.use === 'access' &&
        claims.generation === generation &&
        (claims.exp ?? 0) * 1000 > clock()
      )
    },
    revokeAll: () => {
      generation += 1
    },
    setSeconds: (next) => {
      seconds = next
    },
  }
}
