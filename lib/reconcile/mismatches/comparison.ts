import type { FocusIndex } from '../matching/focus-index'
import type { HrIndex } from '../matching/hr-index'
import type { Matches } from '../matching/match-rows'
import type { Mentions } from '../matching/mentions'
import type { Settled } from '../matching/settle-people'
import type { UserLinks } from '../matching/users'
import type { FocusDirectory, Mismatch, ReconcileRules } from '../model'

/** Everything a kind of mismatch is told from. Rows, people, endpoints and users are named by their place in the lists. */
export type Comparison = {
  rules: ReconcileRules
  directory: FocusDirectory
  focus: FocusIndex
  hr: HrIndex
  matches: Matches
  settled: Settled
  users: UserLinks
  /** Identities that stand in lines nobody could read. */
  mentioned: Mentions
  named: Named
}

/** What a kind has named already, so that no later kind names it again. */
export type Named = {
  endpoints: Set<number>
  /** Endpoints of somebody who has left that somebody else has been given. */
  reused: Set<number>
  /** Rows with a number that a kind about endpoints has named. */
  rows: Set<number>
  people: Set<number>
  users: Set<number>
}

/** Finds the mismatches of one kind, and adds to `named` what it has named. */
export type FindMismatches = (comparison: Comparison) => Iterable<Mismatch>
