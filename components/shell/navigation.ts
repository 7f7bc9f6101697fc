import type { Permission } from '@/lib/contract/permission'
import { PAGES } from '@/lib/url/pages'

export type NavigationEntry = {
  href: string
  label: string
  /** Names the icon; see rail-entries.tsx. */
  icon:
    | 'overview'
    | 'recordings'
    | 'people'
    | 'endpoints'
    | 'users'
    | 'retention'
    | 'audit'
    | 'reconcile'
    | 'status'
  /** `anything` for whoever may do anything at all. */
  permission: Permission | 'anything'
}

/** The pages of the console, in the order of the rail. A page is entered here when it exists. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { href: PAGES.home, label: 'Overview', icon: 'overview', permission: 'anything' },
  {
    href: PAGES.recordings,
    label: 'Recordings',
    icon: 'recordings',
    permission: 'recordings.search',
  },
  { href: PAGES.people, label: 'People', icon: 'people', permission: 'people.view' },
  { href: PAGES.endpoints, label: 'Endpoints', icon: 'endpoints', permission: 'endpoints.view' },
  { href: PAGES.users, label: 'Users', icon: 'users', permission: 'users.view' },
  {
    href: PAGES.retention,
    label: 'Retention',
    icon: 'retention',
    permission: 'retention.view',
  },
  { href: PAGES.audit, label: 'Audit', icon: 'audit', permission: 'audit.read' },
  { href: PAGES.reconcile, label: 'Reconcile', icon: 'reconcile', permission: 'people.view' },
  { href: PAGES.status, label: 'Status', icon: 'status', permission: 'status.view' },
]

/** The pages that someone with these permissions may open. */
export function openPages(permissions: readonly Permission[]): readonly NavigationEntry[] {
  return NAVIGATION.filter(({ permission }) =>
    permission === 'anything' ? permissions.length > 0 : permissions.includes(permission),
  )
}

/** The entry that a path lies under. */
export function entryOf(pathname: string): NavigationEntry | undefined {
  return NAVIGATION.find(
    ({ href }) => pathname === href || (href !== PAGES.home && pathname.startsWith(`${href}/`)),
  )
}
