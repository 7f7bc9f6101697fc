'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { RetentionGroup } from '@/lib/contract/retention'
import { retentionGroupsQuery } from '@/lib/query/retention'

export type RetentionNames = {
  groups: readonly RetentionGroup[]
  /** A group’s name; its number while the names are not here, or may not be. */
  nameOf: (groupId: number) => string
}

const NO_GROUPS: readonly RetentionGroup[] = []

/** The retention groups by name. A list of people is worth showing without them. */
export function useRetentionNames(): RetentionNames {
  const groups = useQuery(retentionGroupsQuery()).data?.groups ?? NO_GROUPS
  const names = useMemo(() => new Map(groups.map(({ id, name }) => [id, name])), [groups])
  const nameOf = useCallback((groupId: number) => names.get(groupId) ?? `Group ${groupId}`, [names])
  return { groups, nameOf }
}
