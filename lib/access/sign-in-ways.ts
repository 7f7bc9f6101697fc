import 'server-only'
import { config } from '@/lib/config/config'
import { PERSONAS } from './personas'

/** How people sign in to this console as it is configured. */
export type SignInWays = {
  /** next-auth provider `sandbox`, credential `persona`; empty with a real tenant. */
  personas: { id: string; name: string; role: string; can: string }[]
  /** next-auth provider to redirect to. */
  oidc: { id: string; name: string } | null
  /** next-auth provider `local`, credentials `email` and `password`. */
  local: boolean
}

/** Personas while the sandbox is the tenant; with a real one, the identity provider if there is one, and local accounts. */
export function signInWays(): SignInWays {
  const { focus, auth } = config()
  return {
    personas: focus.sandbox
      ? PERSONAS.map(({ id, name, role, can }) => ({ id, name, role, can }))
      : [],
    oidc: auth.oidc === null ? null : { id: 'oidc', name: auth.oidc.name },
    local: !focus.sandbox,
  }
}
