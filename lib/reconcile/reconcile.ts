import { indexFocus } from './matching/focus-index'
import { indexHr } from './matching/hr-index'
import { matchRows } from './matching/match-rows'
import { readMentions } from './matching/mentions'
import { settlePeople } from './matching/settle-people'
import { linkUsers } from './matching/users'
import type { Comparison } from './mismatches/comparison'
import { EVERY_KIND } from './mismatches/every-kind'
import {
  type FocusDirectory,
  type HrRow,
  MISMATCH_KINDS,
  type Mismatch,
  type ReconcileResult,
  type ReconcileRules,
  type UnreadableLine,
} from './model'
import { phoneReader } from './normal/phone'
import { ITEMS_A_STEP, type ReconcileProgress, type Stepwise } from './progress'

export type ReconcileOptions = {
  /** Lines no row could be made of: handed through, and whoever stands in one is not reported as missing from HR. */
  unreadable?: readonly UnreadableLine[]
}

/**
 * Compares HR's rows with Focus's directory under the rules, and names every fault once (docs/decisions/0013). Pure: no I/O, no
 * clock. Mismatches come by kind, in the order of `MISMATCH_KINDS`.
 */
export function reconcile(
  rows: readonly HrRow[],
  directory: FocusDirectory,
  rules: ReconcileRules,
  options: ReconcileOptions = {},
): ReconcileResult {
  const work = reconcileStepwise(rows, directory, rules, options)
  let step = work.next()
  while (step.done !== true) step = work.next()
  return step.value
}

/**
 * The same, letting others work in between: `onProgress` is told how far it is, and `signal` ends it with its reason, both every few
 * thousand items.
 */
export async function reconcileInSteps(
  rows: readonly HrRow[],
  directory: FocusDirectory,
  rules: ReconcileRules,
  options: ReconcileOptions & {
    onProgress?: (progress: ReconcileProgress) => void
    signal?: AbortSignal
  } = {},
): Promise<ReconcileResult> {
  const work = reconcileStepwise(rows, directory, rules, options)
  for (;;) {
    options.signal?.throwIfAborted()
    const step = work.next()
    if (step.done === true) return step.value
    options.onProgress?.(step.value)
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}

/** The same as steps, for whoever drives them. */
export function* reconcileStepwise(
  rows: readonly HrRow[],
  directory: FocusDirectory,
  rules: ReconcileRules,
  { unreadable = [] }: ReconcileOptions = {},
): Stepwise<ReconcileResult> {
  const readPhone = phoneReader(rules.defaultCountry)
  const focus = yield* indexFocus(directory, readPhone)
  const hr = yield* indexHr(rows, focus, directory.users, readPhone)
  const matches = yield* matchRows(hr, focus)
  const settled = settlePeople(focus.people.length, hr, matches)
  const comparison: Comparison = {
    rules,
    directory,
    focus,
    hr,
    matches,
    settled,
    users: linkUsers(directory.users, focus, hr, settled),
    mentioned: readMentions(unreadable, readPhone),
    named: {
      endpoints: new Set(),
      reused: new Set(),
      rows: new Set(),
      people: new Set(),
      users: new Set(),
    },
  }
  const mismatches: Mismatch[] = []
  for (const [done, find] of EVERY_KIND.entries()) {
    yield { stage: 'comparing', done, total: EVERY_KIND.length }
    for (const mismatch of find(comparison)) {
      mismatches.push(mismatch)
      if (mismatches.length % ITEMS_A_STEP === 0)
        yield { stage: 'comparing', done, total: EVERY_KIND.length }
    }
  }
  return {
    mismatches: inOrderOfKinds(mismatches),
    unreadable: [...unreadable],
    counts: {
      hrRows: rows.length,
      people: directory.people.length,
      endpoints: directory.endpoints.length,
      users: directory.users.length,
      matched: matches.personOf.reduce((sum, person) => (person === -1 ? sum : sum + 1), 0),
      unreadable: unreadable.length,
    },
  }
}

function inOrderOfKinds(mismatches: readonly Mismatch[]): Mismatch[] {
  const rank = new Map(MISMATCH_KINDS.map((kind, at) => [kind, at]))
  return [...mismatches].sort((a, b) => (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0))
}
