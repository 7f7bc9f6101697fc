import type { ReasonPolicy, ReasonRule } from '@/lib/contract/access-reason'
import type { Role } from '@/lib/contract/permission'

/** What the configuration says of reasons; what it leaves out is `off`. */
export type ReasonSettings = {
  roles: Partial<Record<Role, ReasonRule>>
  tags: Record<string, ReasonRule>
}

const STRICTNESS: Record<ReasonRule, number> = { off: 0, optional: 1, required: 2 }

function strictest(rules: readonly ReasonRule[]): ReasonRule {
  return rules.reduce<ReasonRule>(
    (most, rule) => (STRICTNESS[rule] > STRICTNESS[most] ? rule : most),
    'off',
  )
}

/** What holds for somebody with these roles: the strictest of them, and of the tags those that are stricter still. */
export function reasonPolicy(settings: ReasonSettings, roles: readonly Role[]): ReasonPolicy {
  const rule = strictest(roles.map((role) => settings.roles[role] ?? 'off'))
  const stricter = Object.entries(settings.tags).filter(
    ([, ofTag]) => STRICTNESS[ofTag] > STRICTNESS[rule],
  )
  return { rule, tags: Object.fromEntries(stricter) }
}

/** What holds for one call with these tags. A tag counts when it is written exactly as in the configuration. */
export function reasonRule(policy: ReasonPolicy, tags: readonly string[]): ReasonRule {
  const named = tags.flatMap((tag) => (Object.hasOwn(policy.tags, tag) ? policy.tags[tag] : []))
  return strictest([policy.rule, ...named.filter((rule) => rule !== undefined)])
}
