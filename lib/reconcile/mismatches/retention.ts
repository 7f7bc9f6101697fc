import type { Person } from '@/lib/contract/person'
import type { RetentionGroup } from '@/lib/contract/retention'
import { inUse } from '../matching/focus-index'
import type { HrRow, Mismatch } from '../model'
import type { Comparison, FindMismatches } from './comparison'
import { matchEvidence } from './evidence'
import { ids, keyOf } from './keys'
import { endpointIdsAt, endpointsInUse, isEmployed, settledPeople } from './people-of-rows'
import { type RetentionTable, retentionTable } from './retention-rules'
import { endpointText, listed } from './wording'

/**
 * Somebody employed whose recordings are not kept as the rules say: by the default group for want of another (default-retention-only), or
 * by another group (wrong-retention). In force for an endpoint is its own group, else the person's, else the default.
 */
export const retention: FindMismatches = function* (comparison) {
  const table = retentionTable(comparison.rules, comparison.directory)
  for (const found of settledPeople(comparison)) {
    if (!isEmployed(found.row) || !inUse(found.person)) continue
    const mismatch = judge(comparison, table, found)
    if (mismatch !== null) yield mismatch
  }
}

type Found = { personAt: number; person: Person; at: number; row: HrRow }

function judge(comparison: Comparison, table: RetentionTable, found: Found): Mismatch | null {
  const { personAt, person, at, row } = found
  const expected = table.expected(
    [row.department ?? person.department],
    [row.group, ...person.groups.map(({ name }) => name)],
  )
  if (expected === null) return null
  const standardId = table.standard?.id ?? null
  const own = person.retentionGroupId ?? standardId
  const endpoints = endpointsInUse(comparison, personAt).map((place) => ({
    place,
    group: comparison.focus.endpoints[place]?.retentionGroupId ?? own,
  }))
  const inForce = endpoints.length === 0 ? [own] : endpoints.map(({ group }) => group)
  const wrong = inForce.filter((group) => group !== expected.id)
  if (wrong.length === 0) return null
  const byDefault = wrong.every((group) => group === standardId)
  const kind = byDefault ? 'default-retention-only' : 'wrong-retention'
  const off = endpoints.filter(({ group }) => group !== expected.id)
  const some = off.length > 0 && off.length < endpoints.length
  const whose = some
    ? `What is recorded on ${listed(off.map(({ place }) => endpointAt(comparison, place)))} of ${person.name}`
    : `What is recorded of ${person.name}`
  const inForceNames = [...new Set(wrong)].map((id) => groupName(table, id))
  return {
    kind,
    key: keyOf(kind, ids('p', [person.personId]), `r:${expected.id}`),
    title: person.name,
    sentence: byDefault
      ? `${whose} is kept by the default group ${listed(inForceNames)}; the rules say ${named(expected)}.`
      : `${whose} is kept by ${listed(inForceNames)}; the rules say ${named(expected)}.`,
    suggestedAction: `In Focus: put ${some ? 'the endpoint' : 'the person'} in the retention group ${named(expected)}. What would be deleted earlier or later can be tried out on the Retention page first.`,
    evidence: [
      { label: 'Name', hr: row.name, focus: person.name, differs: false },
      { label: 'Department', hr: row.department, focus: person.department, differs: false },
      {
        label: 'Group',
        hr: row.group,
        focus: person.groups.flatMap(({ name }) => name ?? []).join(', ') || null,
        differs: false,
      },
      { label: 'Retention', hr: named(expected), focus: listed(inForceNames), differs: true },
    ],
    matchedBy: matchEvidence(comparison, at),
    hrLines: [row.line],
    personIds: [person.personId],
    endpointIds: some
      ? endpointIdsAt(
          comparison,
          off.map(({ place }) => place),
        )
      : [],
    userIds: [],
  }
}

function endpointAt({ focus }: Comparison, place: number): string {
  const endpoint = focus.endpoints[place]
  return endpoint === undefined ? 'an endpoint' : endpointText(endpoint)
}

function named(group: RetentionGroup): string {
  return group.name ?? `group ${group.id}`
}

function groupName(table: RetentionTable, id: number | null): string {
  if (id === null) return 'no group'
  const group = table.byId.get(id)
  return group === undefined ? `group ${id}` : named(group)
}
