import type { ClueName } from './clues'
import type { Employee } from './employee'
import type { WrittenClues } from './write-clues'

/** What can be wrong between HR and Focus, in the words of whoever compares them. */
export const PLANTED_KINDS = [
  'left-still-recorded',
  'left-can-log-in',
  'joined-without-endpoint',
  'missing-in-focus',
  'not-in-hr',
  'endpoint-without-owner',
  'endpoint-shared',
  'number-belongs-to-another',
  'number-reused-after-leaver',
  'default-retention-only',
  'wrong-retention',
  'attribute-differs',
  'hr-row-matches-several',
  'several-hr-rows-match',
  'user-without-person',
  'privileged-user-not-in-hr',
  'endpoint-silent',
] as const
export type PlantedKind = (typeof PLANTED_KINDS)[number]

/** One thing that is wrong, and everything it is about. */
export type Plant = {
  kind: PlantedKind
  rows: readonly Employee[]
  personIds: readonly number[]
  endpointIds: readonly number[]
  userIds: readonly number[]
}

export type PlantIt = (kind: PlantedKind, about: Partial<Omit<Plant, 'kind'>>) => void

/** The same, its rows as lines of the file. Every list ascends. */
export type PlantedMismatch = {
  kind: PlantedKind
  hrLines: number[]
  personIds: number[]
  endpointIds: number[]
  userIds: number[]
}

/** Everything that is wrong with a file and the firm it is about, and nothing else is. */
export type Planted = {
  seed: number
  people: number
  /** The day of which everything is true, as an ISO date. */
  today: string
  /** Lines of the file that are somebody's row. With those that are unreadable and the heading they are all of it. */
  rows: number
  counts: Record<PlantedKind, number>
  mismatches: PlantedMismatch[]
  /** Lines of rows that one rule of matching alone can find somebody by, or must not, by what they say. */
  clues: Record<ClueName, number[]>
  /** Lines no row can be made of, ascending, with what was done to them. */
  unreadable: { line: number; how: string }[]
}

/** The plants with the lines their rows begin on, by kind and line. */
export function plantedOf(
  plants: readonly Plant[],
  lineOf: (row: Employee) => number,
): PlantedMismatch[] {
  const ascending = (list: readonly number[]) => [...list].sort((a, b) => a - b)
  const rank = new Map(PLANTED_KINDS.map((kind, at) => [kind, at]))
  return plants
    .map(({ kind, rows, personIds, endpointIds, userIds }) => ({
      kind,
      hrLines: ascending(rows.map(lineOf)),
      personIds: ascending(personIds),
      endpointIds: ascending(endpointIds),
      userIds: ascending(userIds),
    }))
    .sort(
      (a, b) =>
        (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) ||
        (a.hrLines[0] ?? 0) - (b.hrLines[0] ?? 0),
    )
}

export function countKinds(mismatches: readonly { kind: PlantedKind }[]) {
  const none = PLANTED_KINDS.map((kind): [PlantedKind, number] => [kind, 0])
  // Made of every kind, which is what the record asks for.
  const counts = Object.fromEntries(none) as Record<PlantedKind, number>
  for (const { kind } of mismatches) counts[kind] += 1
  return counts
}

/** The lines of the rows that say each clue, ascending. */
export function clueLines(clues: WrittenClues, lineOf: (row: Employee) => number) {
  const lines = Object.entries(clues).map(([name, rows]): [string, number[]] => [
    name,
    rows.map(lineOf).sort((a, b) => a - b),
  ])
  // Of the same names.
  return Object.fromEntries(lines) as Record<ClueName, number[]>
}
