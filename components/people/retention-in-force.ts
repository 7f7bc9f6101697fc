import type { Person } from '@/lib/contract/person'
import type { RetentionGroup } from '@/lib/contract/retention'

/** Which retention holds for somebody’s calls, and why, as far as Focus says. */
export type InForce = {
  /** Null where no group is the default, or the group named is not among them. */
  group: RetentionGroup | null
  groupId: number | null
  /** Theirs, that of a group they are in, or the account’s default. */
  because: 'own' | 'group' | 'default'
  sentence: string
}

/**
 * The most specific wins: what is assigned to the person, else a retention group that has the name of a group they are in,
 * else the default of the account (the vendor’s rule: the default applies wherever no other is assigned).
 */
export function retentionInForce(person: Person, groups: readonly RetentionGroup[]): InForce {
  const { retentionGroupId, name } = person
  if (retentionGroupId !== null) {
    const group = groups.find(({ id }) => id === retentionGroupId) ?? null
    const known = group?.name ?? `Group ${retentionGroupId}`
    return {
      group,
      groupId: retentionGroupId,
      because: 'own',
      sentence:
        group === null && groups.length > 0
          ? `${known} is assigned to ${name}, but is not among the retention groups of this account.`
          : `${known} is assigned to ${name}.`,
    }
  }
  const through = groups.find(
    (group) =>
      !group.isDefault &&
      group.name !== null &&
      person.groups.some((one) => one.name?.toLowerCase() === group.name?.toLowerCase()),
  )
  if (through !== undefined)
    return {
      group: through,
      groupId: through.id,
      because: 'group',
      sentence: `None is assigned to ${name}; ${through.name} is named like a group they are in, and may hold. Focus does not say so itself.`,
    }
  const fallback = groups.find(({ isDefault }) => isDefault) ?? null
  return {
    group: fallback,
    groupId: fallback?.id ?? null,
    because: 'default',
    sentence: `No retention group is assigned to ${name}, so the account’s default holds${fallback?.name == null ? '' : `: ${fallback.name}`}.`,
  }
}
