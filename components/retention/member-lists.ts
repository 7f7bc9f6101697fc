import type { RetentionGroup, RetentionMember } from '@/lib/contract/retention'

/** Those of a group, by name; the default group has those whom no group was assigned to as well. Null is everybody. */
export function membersOf(
  members: readonly RetentionMember[],
  groups: readonly RetentionGroup[],
  groupId: number | null,
  q: string,
): RetentionMember[] {
  const sought = q.trim().toLowerCase()
  const fallback = groups.find((group) => group.isDefault)?.id
  return members
    .filter(
      (member) =>
        (groupId === null || (member.retentionGroupId ?? fallback) === groupId) &&
        (sought === '' ||
          member.name.toLowerCase().includes(sought) ||
          (member.department ?? '').toLowerCase().includes(sought) ||
          String(member.personId) === sought),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.personId - b.personId)
}

/** Those whom no group but the default holds. */
export function inDefaultOnly(
  members: readonly RetentionMember[],
  groups: readonly RetentionGroup[],
): RetentionMember[] {
  const fallback = groups.find((group) => group.isDefault)?.id
  return members.filter(
    ({ retentionGroupId }) => retentionGroupId === null || retentionGroupId === fallback,
  )
}
