import 'server-only'
import type { Session } from '@/lib/access/session'
import type { Permission } from '@/lib/contract/permission'
import { Problem } from '@/lib/problem/problem'

/** For a call that shows what several pages show: throws `forbidden`, which names the first permission that is missing. */
export function demandAll(session: Session, permissions: readonly Permission[]): void {
  const missing = permissions.find((permission) => !session.permissions.includes(permission))
  if (missing !== undefined)
    throw new Problem('forbidden', 'None of your roles allows all of this.', { missing })
}
