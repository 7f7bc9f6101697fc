'use client'

import { type ReactNode, useMemo } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import type { Permission } from '@/lib/contract/permission'
import { Problem } from '@/lib/problem/problem'
import { roleNames, useViewer } from './viewer'

/** Shows a page to those who may open it, and tells the others which permission they lack. */
export function Permitted({
  permission,
  children,
}: {
  permission: Permission
  children: ReactNode
}) {
  const { roles, permissions } = useViewer()
  const problem = useMemo(
    () =>
      new Problem(
        'forbidden',
        `You are signed in as ${roleNames(roles)}, which cannot open this page.`,
        {
          missing: permission,
        },
      ),
    [roles, permission],
  )
  return permissions.includes(permission) ? children : <ProblemNotice error={problem} />
}
