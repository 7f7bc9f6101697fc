import { ROLES, Role } from '@/lib/contract/permission'
import type { Config } from './config'
import { isLoopback, readUrl } from './environment'

type Env = Record<string, string | undefined>

/** The OpenID provider, null when there is none; a half-stated one adds its mistakes. */
export function readOidc(env: Env, mistakes: string[]): Config['auth']['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  const roleMap = readRoleMap(env.OIDC_ROLE_MAP, mistakes)
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    mistakes.push('OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: give all three or none')
    return null
  }
  const url = readUrl(issuer)
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))))
    mistakes.push('OIDC_ISSUER: an https address is expected (plain http only to loopback)')
  return {
    issuer,
    clientId,
    clientSecret,
    name: env.OIDC_NAME ?? 'Single sign-on',
    roleClaim: env.OIDC_ROLE_CLAIM ?? 'roles',
    roleMap,
  }
}

/** `claim=role,claim2=role2`; without a map each role answers to its own name. */
function readRoleMap(text: string | undefined, mistakes: string[]): Record<string, Role> {
  if (text === undefined) return Object.fromEntries(ROLES.map((role) => [role, role]))
  const pairs: [string, Role][] = []
  for (const part of text.split(',')) {
    if (part.trim() === '') continue
    // The last `=`: a claim may be a directory path with `=` in it (`CN=reviewers`).
    const at = part.lastIndexOf('=')
    const claim = part.slice(0, Math.max(at, 0)).trim()
    const role = Role.safeParse(part.slice(at + 1).trim())
    if (claim === '' || !role.success)
      mistakes.push(
        `OIDC_ROLE_MAP: "${part.trim()}" is not claim=role with a role of ${ROLES.join(', ')}`,
      )
    else pairs.push([claim, role.data])
  }
  return Object.fromEntries(pairs)
}
