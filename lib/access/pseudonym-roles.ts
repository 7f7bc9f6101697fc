import type { Role } from '@/lib/contract/permission'

/** Whether somebody sees pseudonyms until they reveal: when none of their roles is free of it. */
export function seesPseudonyms(roles: readonly Role[], pseudonymRoles: readonly Role[]): boolean {
  return roles.length > 0 && roles.every((role) => pseudonymRoles.includes(role))
}
