import { seesPseudonyms } from '@/lib/access/pseudonym-roles'
import { reasonPolicy } from '@/lib/access/reason-policy'
import { defineRoute } from '@/lib/bff/define-route'
import { config } from '@/lib/config/config'
import { API } from '@/lib/contract/api'

export const GET = defineRoute(API.getSession, ({ session }) => {
  const { reasons, pseudonymRoles } = config()
  return {
    ...session,
    reasons: reasonPolicy(reasons, session.roles),
    pseudonyms: seesPseudonyms(session.roles, pseudonymRoles),
  }
})
