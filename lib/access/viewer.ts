import 'server-only'
import { config } from '@/lib/config/config'
import type { SessionInfo } from '@/lib/contract/session'
import { seesPseudonyms } from './pseudonym-roles'
import { reasonPolicy } from './reason-policy'
import type { Session } from './session'

/** What a page may know of the person who is signed in: the same as `GET /api/session` answers. */
export function viewerOf(session: Session): SessionInfo {
  const { reasons, pseudonymRoles } = config()
  const { name, roles, permissions, startedUtc } = session
  return {
    name,
    roles,
    permissions,
    startedUtc,
    reasons: reasonPolicy(reasons, roles),
    pseudonyms: seesPseudonyms(roles, pseudonymRoles),
  }
}
