import 'server-only'
import type { User } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import type { Config } from '@/lib/config/config'
import type { Role } from '@/lib/contract/permission'

type Oidc = NonNullable<Config['auth']['oidc']>
type Claims = Record<string, unknown>

/** An OpenID Connect provider by its issuer: authorization code with PKCE, state and nonce. */
export function oidcProvider(oidc: Oidc): OAuthConfig<Claims> {
  return {
    id: 'oidc',
    name: oidc.name,
    type: 'oauth',
    issuer: oidc.issuer,
    wellKnown: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid profile email' } },
    userinfo: {
      // Some providers put roles and names in the ID token, others only in the userinfo endpoint's answer.
      async request({ tokens, client }) {
        const claims: Claims = tokens.id_token === undefined ? {} : tokensClaims(tokens.id_token)
        const whole = claimAt(claims, oidc.roleClaim) !== undefined && claims.name !== undefined
        if (whole || !tokens.access_token) return claims
        const more: Claims = await client.userinfo(tokens.access_token)
        // OpenID Connect Core 5.3.2: an answer about somebody else must not be used.
        return more.sub === claims.sub ? { ...more, ...claims } : claims
      },
    },
    profile: (claims) => toUser(claims, oidc),
  }
}

/** The payload of an ID token whose signature, issuer, audience and nonce were verified by the exchange. */
function tokensClaims(idToken: string): Claims {
  const payload = idToken.split('.')[1] ?? ''
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
}

function toUser(claims: Claims, oidc: Oidc): User {
  const subject = String(claims.sub)
  const email = typeof claims.email === 'string' ? claims.email : null
  const name = [claims.name, claims.preferred_username, email, subject].find(
    (candidate) => typeof candidate === 'string' && candidate !== '',
  )
  const roles = rolesFrom(claims, oidc.roleClaim, oidc.roleMap)
  return {
    id: subject,
    identity: { sub: subject, issuer: oidc.issuer, name: String(name), email, roles },
  }
}

/** The roles that a claim's values map to: an array, or words in one string; each role once. */
export function rolesFrom(claims: Claims, claim: string, map: Record<string, Role>): Role[] {
  const value = claimAt(claims, claim)
  const words = typeof value === 'string' ? [value, ...value.split(/[\s,]+/)] : value
  if (!Array.isArray(words)) return []
  const roles = words.flatMap((word) =>
    typeof word === 'string' && Object.hasOwn(map, word) ? (map[word] ?? []) : [],
  )
  return [...new Set(roles)]
}

/** A claim by its whole name, else by a dotted path (`realm_access.roles`). */
function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path]
  return path.split('.').reduce<unknown>((at, key) => {
    const inside = typeof at === 'object' && at !== null && Object.hasOwn(at, key)
    return inside ? (at as Claims)[key] : undefined // an object that has the key
  }, claims)
}
