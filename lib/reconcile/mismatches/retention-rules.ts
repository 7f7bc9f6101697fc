import type { RetentionGroup } from '@/lib/contract/retention'
import type { FocusDirectory, ReconcileRules, RetentionRule } from '../model'
import { plainWords, wordsReader } from '../normal/letters'

/** The rules with the groups of Focus they name. */
export type RetentionTable = {
  /** The group that the first fitting rule names; null where none fits, or Focus does not have its group. */
  expected(
    departments: readonly (string | null)[],
    groups: readonly (string | null)[],
  ): RetentionGroup | null
  standard: RetentionGroup | null
  byId: ReadonlyMap<number, RetentionGroup>
}

export function retentionTable(rules: ReconcileRules, directory: FocusDirectory): RetentionTable {
  const { retentionGroups } = directory
  const plain = wordsReader()
  const plainSet = (texts: readonly (string | null)[]) =>
    new Set(texts.flatMap((text) => (text === null ? [] : plain(text))))
  const prepared = rules.retention.map((rule) => ({
    department: rule.department === null ? null : plainWords(rule.department),
    group: rule.group === null ? null : plainWords(rule.group),
    named: groupNamed(rule, retentionGroups),
  }))
  return {
    expected: (departments, groups) => {
      if (prepared.length === 0) return null
      const ours = plainSet(departments)
      const theirs = plainSet(groups)
      const rule = prepared.find(
        ({ department, group }) =>
          (department === null || ours.has(department)) && (group === null || theirs.has(group)),
      )
      return rule?.named ?? null
    },
    standard: retentionGroups.find(({ isDefault }) => isDefault) ?? null,
    byId: new Map(retentionGroups.map((group) => [group.id, group])),
  }
}

/** Rules whose retention group Focus does not have: they can say nothing. To be shown before a run. */
export function rulesWithoutGroup(
  rules: ReconcileRules,
  directory: FocusDirectory,
): RetentionRule[] {
  return rules.retention.filter((rule) => groupNamed(rule, directory.retentionGroups) === null)
}

function groupNamed(rule: RetentionRule, groups: readonly RetentionGroup[]): RetentionGroup | null {
  const named = plainWords(rule.retentionGroup)
  return (
    groups.find(({ name }) => name !== null && plainWords(name) === named) ??
    groups.find(({ id }) => String(id) === rule.retentionGroup.trim()) ??
    null
  )
}
