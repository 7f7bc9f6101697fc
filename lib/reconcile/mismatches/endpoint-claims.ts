import { inUse } from '../matching/focus-index'
import type { Mismatch } from '../model'
import type { Comparison, FindMismatches } from './comparison'
import { endpointShared } from './endpoint-shared'
import { rowIdentity } from './keys'
import { numberBelongsToAnother } from './number-belongs-to-another'
import { numberReusedAfterLeaver } from './number-reused-after-leaver'
import { isEmployed, rowFor } from './people-of-rows'

/** Somebody whom HR gives an endpoint. Places of the row and of the person; -1 for nobody in Focus. */
export type Claimant = { row: number; person: number }

/** One number or account in use: its endpoints, whose they are in Focus, and whose in HR. */
export type Claims = {
  endpoints: readonly number[]
  /** Owners who have not left. */
  owners: readonly number[]
  /** Owners who have: by HR, or inactive in Focus and not employed by HR. */
  leavers: readonly number[]
  /** Employed people to whom HR gives it, one each. */
  claimants: readonly Claimant[]
}

/**
 * Endpoints that two people have, or that one has and HR gives to another. Each endpoint is named by one kind: shared before reused
 * after a leaver before another's.
 */
export const endpointClaims: FindMismatches = function* (comparison) {
  const seen = new Uint8Array(comparison.focus.endpoints.length)
  for (const at of endpointsToLookAt(comparison)) {
    if (seen[at] === 1) continue
    const claims = claimsOn(comparison, at)
    if (claims === null) continue
    for (const place of claims.endpoints) seen[place] = 1
    const mismatch = judge(comparison, claims)
    if (mismatch === null) continue
    for (const place of claims.endpoints) comparison.named.endpoints.add(place)
    for (const { row } of claims.claimants) comparison.named.rows.add(row)
    if (mismatch.kind === 'number-reused-after-leaver')
      for (const place of claims.endpoints) comparison.named.reused.add(place)
    yield mismatch
  }
}

function judge(comparison: Comparison, claims: Claims): Mismatch | null {
  const { owners, leavers, claimants } = claims
  if (owners.length > 1 || claimants.length > 1) return endpointShared(comparison, claims)
  const [owner] = owners
  const [claimant] = claimants
  if (leavers.length > 0) {
    // The endpoint of somebody else, or HR's word for somebody else: either way it has a new holder.
    if (owner !== undefined) return numberReusedAfterLeaver(comparison, claims)
    if (claimant === undefined || leavers.includes(claimant.person)) return null
    return numberReusedAfterLeaver(comparison, claims)
  }
  if (owner === undefined || claimant === undefined || claimant.person === owner) return null
  return numberBelongsToAnother(comparison, claims)
}

/**
 * Those that HR gives to another than their only owner, those with several owners, and those whose value another endpoint has too.
 * The many that one person has on both sides are passed over without more work.
 */
function* endpointsToLookAt({ focus, hr, matches }: Comparison): Generator<number> {
  for (let at = 0; at < focus.endpoints.length; at++) {
    const row = hr.rowsOfEndpoint.only(at)
    if (row === -1) continue
    const owner = focus.ownersOf.only(at)
    if (row >= 0 && owner >= 0 && matches.personOf[row] === owner) continue
    yield at
  }
  for (const places of focus.endpointsByKey.several()) yield* places
  yield* focus.ownersOf.several()
}

/** Null where nothing can be said: an owner's rows disagree, or the endpoint is not in use. */
function claimsOn(comparison: Comparison, at: number): Claims | null {
  const { focus, settled } = comparison
  const endpoint = focus.endpoints[at]
  if (endpoint === undefined || !inUse(endpoint)) return null
  const endpoints = focus.sameAs(at)
  const people = new Set(endpoints.flatMap((place) => [...focus.ownersOf.of(place)]))
  const owners: number[] = []
  const leavers: number[] = []
  for (const person of people) {
    if (settled.unclear[person] === 1) return null
    if (hasLeft(comparison, person)) leavers.push(person)
    else owners.push(person)
  }
  return { endpoints, owners, leavers, claimants: claimantsOf(comparison, endpoints) }
}

function hasLeft(comparison: Comparison, personAt: number): boolean {
  const found = rowFor(comparison, personAt)
  if (found !== null) return found.row.employment === 'left'
  const person = comparison.focus.people[personAt]
  return person !== undefined && !inUse(person)
}

function claimantsOf(comparison: Comparison, endpoints: readonly number[]): Claimant[] {
  const { hr, matches, settled } = comparison
  const byIdentity = new Map<string, Claimant>()
  for (const place of endpoints)
    for (const rowAt of hr.rowsOfEndpoint.of(place)) {
      const row = hr.rows[rowAt]
      if (row === undefined || !isEmployed(row) || matches.ambiguous.has(rowAt)) continue
      const person = matches.personOf[rowAt] ?? -1
      if (person !== -1 && settled.unclear[person] === 1) continue
      const identity = person === -1 ? rowIdentity(row) : `p:${person}`
      if (!byIdentity.has(identity)) byIdentity.set(identity, { row: rowAt, person })
    }
  return [...byIdentity.values()]
}
