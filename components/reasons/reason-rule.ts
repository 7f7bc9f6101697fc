import type { ReasonPolicy, ReasonRule } from '@/lib/contract/access-reason'

const STRICTNESS: Record<ReasonRule, number> = { off: 0, optional: 1, required: 2 }

/** Whether a reason is asked for before something with these tags; the strictest word counts. */
export function ruleFor(policy: ReasonPolicy, tags: readonly string[]): ReasonRule {
  return tags
    .flatMap((tag) => (Object.hasOwn(policy.tags, tag) ? (policy.tags[tag] ?? []) : []))
    .reduce((most, rule) => (STRICTNESS[rule] > STRICTNESS[most] ? rule : most), policy.rule)
}

/** Whether this reader is ever asked. */
export function everAsked(policy: ReasonPolicy): boolean {
  return [policy.rule, ...Object.values(policy.tags)].some((rule) => rule !== 'off')
}
