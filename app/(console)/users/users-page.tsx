'use client'

import { useReasons } from '@/components/reasons/reasons'
import { UsersView } from '@/components/users/users-view'

export function UsersPage() {
  const { ask } = useReasons()
  return <UsersView askWhy={(refused) => ask({ purpose: 'export', refused })} />
}
