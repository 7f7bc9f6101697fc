import { PERMISSIONS, type Permission, ROLES, type Role } from '@/lib/contract/permission'

const LISTENING: readonly Permission[] = ['recordings.search', 'recordings.read', 'recordings.play']

/** What each role may do. An administrator runs the console and hears nothing. */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  'qa-reviewer': LISTENING,
  'compliance-officer': [
    ...LISTENING,
    'recordings.download',
    'audit.read',
    'ledger.read',
    'evidence.export',
    'retention.view',
  ],
  admin: ['people.view', 'endpoints.view', 'users.view', 'retention.view', 'status.view'],
}

/** Every role that has this permission. */
export function rolesWith(permission: Permission): Role[] {
  return ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission))
}

/** The union over a person's roles, each permission once, in the order of the contract. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return PERMISSIONS.filter((permission) =>
    roles.some((role) => ROLE_PERMISSIONS[role].includes(permission)),
  )
}
