import 'server-only'
import { createHmac } from 'node:crypto'
import { config } from '@/lib/config/config'
import { seesPseudonyms } from './pseudonym-roles'
import type { Session } from './session'

/** What names are masked with for this reader, a key of its own made from the session secret; null for one who sees them. */
export function pseudonymKey(session: Pick<Session, 'roles'>): Uint8Array | null {
  const { auth, pseudonymRoles } = config()
  if (!seesPseudonyms(session.roles, pseudonymRoles)) return null
  return createHmac('sha256', auth.secret).update('focus-console pseudonyms').digest()
}
