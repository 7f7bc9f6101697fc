import { z } from 'zod'

/** What a signed-in person may do. Which role has which is `lib/access/roles.ts`. */
export const PERMISSIONS = [
  'recordings.search',
  'recordings.read',
  'recordings.play',
  'recordings.download',
  'audit.read',
  'ledger.read',
  'evidence.export',
  'people.view',
  'endpoints.view',
  'users.view',
  'retention.view',
  'status.view',
] as const
export const Permission = z.enum(PERMISSIONS)
export type Permission = z.infer<typeof Permission>

export const ROLES = ['qa-reviewer', 'compliance-officer', 'admin'] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>
