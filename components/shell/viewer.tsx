'use client'

import { createContext, type ReactNode, use } from 'react'
import type { Role } from '@/lib/contract/permission'
import type { SessionInfo } from '@/lib/contract/session'

/** Who is signed in, as far as the pages need to know. */
export type Viewer = SessionInfo

const Context = createContext<Viewer | null>(null)

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <Context value={viewer}>{children}</Context>
}

/** The person signed in. What they may do is decided by the server; this only keeps the page from offering the rest. */
export function useViewer(): Viewer {
  const viewer = use(Context)
  if (viewer === null) throw new Error('useViewer stands outside the console')
  return viewer
}

const ROLE_NAMES: Record<Role, string> = {
  'qa-reviewer': 'QA reviewer',
  'compliance-officer': 'Compliance officer',
  admin: 'Admin',
}

/** The roles in words. */
export function roleNames(roles: readonly Role[]): string {
  return roles.map((role) => ROLE_NAMES[role]).join(', ')
}
