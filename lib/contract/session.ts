import { z } from 'zod'
import { Permission, Role } from './permission'
import { InstantUtc } from './recording'

/** The caller's own session. Asking for it counts as use: it prolongs the session like any other call. */
export const SessionInfo = z.object({
  name: z.string(),
  roles: z.array(Role),
  permissions: z.array(Permission),
  startedUtc: InstantUtc,
})
export type SessionInfo = z.infer<typeof SessionInfo>
