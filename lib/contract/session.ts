import { z } from 'zod'
import { ReasonPolicy } from './access-reason'
import { Permission, Role } from './permission'
import { InstantUtc } from './recording'

/** The caller's own session. Asking for it counts as use: it prolongs the session like any other call. */
export const SessionInfo = z.object({
  name: z.string(),
  roles: z.array(Role),
  permissions: z.array(Permission),
  startedUtc: InstantUtc,
  /** Whether a reason is asked for before play, download and export. */
  reasons: ReasonPolicy,
  /** Names and numbers come masked until they are revealed. */
  pseudonyms: z.boolean(),
})
export type SessionInfo = z.infer<typeof SessionInfo>
