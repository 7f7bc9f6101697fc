import type { Endpoint } from '@/lib/contract/directory-endpoint'
import type { Person } from '@/lib/contract/person'
import type { RetentionGroup } from '@/lib/contract/retention'
import type { User } from '@/lib/contract/user'

/** What a column of an HR file can mean. */
export const HR_FIELDS = [
  'employeeNumber',
  'fullName',
  'firstName',
  'middleName',
  'lastName',
  'email',
  'otherEmail',
  'phone',
  'mobile',
  'extension',
  'department',
  'group',
  'jobTitle',
  'status',
  'startDate',
  'endDate',
] as const
export type HrField = (typeof HR_FIELDS)[number]

/** Which column (from 0) holds which field; a field may have several columns (two phone numbers). */
export type ColumnMapping = Partial<Record<HrField, readonly number[]>>

/** One line of the file as cells, before anything is read out of it. `line` counts from 1, the heading included. */
export type HrLine = { line: number; cells: readonly string[] }

/** Somebody as HR knows them. */
export type HrRow = {
  /** Where the row begins in the file, from 1. */
  line: number
  employeeNumber: string | null
  /** As HR writes it; from its parts where there is no whole. */
  name: string | null
  firstName: string | null
  middleName: string | null
  lastName: string | null
  emails: string[]
  /** As HR writes them. */
  phones: string[]
  /** Short internal numbers. */
  extensions: string[]
  department: string | null
  group: string | null
  jobTitle: string | null
  /** On the day of the run, from status and dates. */
  employment: 'employed' | 'left' | 'not-yet' | 'unknown'
  /** ISO dates, `2026-10-03`. */
  startDate: string | null
  endDate: string | null
}

/** A line that no row could be made of. Never dropped: it is listed. */
export type UnreadableLine = { line: number; reason: string; cells: readonly string[] }

/** Focus's side, whole. */
export type FocusDirectory = {
  people: readonly Person[]
  endpoints: readonly Endpoint[]
  users: readonly User[]
  retentionGroups: readonly RetentionGroup[]
}

/** Who of HR is to be kept how: the first rule that fits decides. A null fits everything. */
export type RetentionRule = {
  department: string | null
  group: string | null
  /** Name or id of the retention group in Focus. */
  retentionGroup: string
}

export type ReconcileRules = {
  /** The day of the run, ISO date. Injected: the engine reads no clock. */
  today: string
  /** ISO 3166 alpha-2, for numbers without a country. */
  defaultCountry: string
  retention: readonly RetentionRule[]
  /** An active endpoint without a recording for this many days is silent. */
  silentDays: number
  /** Rights that make a user privileged. */
  privilegedRights: readonly string[]
}

export const MISMATCH_KINDS = [
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
export type MismatchKind = (typeof MISMATCH_KINDS)[number]

/** How an HR row and a person were joined, the strongest first. */
export const MATCH_WAYS = ['employee-number', 'email', 'phone', 'name'] as const
export type MatchWay = (typeof MATCH_WAYS)[number]
export type MatchEvidence = {
  by: MatchWay
  confidence: 'certain' | 'likely' | 'possible'
  /** Why, as a sentence: “E-mail s.renard@… is the same, letter case apart.” */
  why: string
}

/** One line of the evidence side by side; `differs` marks what the mismatch is about. */
export type EvidenceLine = {
  label: string
  hr: string | null
  focus: string | null
  differs: boolean
}

export type Mismatch = {
  kind: MismatchKind
  /** The same from run to run for the same fault: kind and identities, no names. Hashed before it is kept. */
  key: string
  /** Who or what it is about, as a list shows it. */
  title: string
  /** What is wrong, as a sentence or two. */
  sentence: string
  /** Who should do what, as a sentence or two. */
  suggestedAction: string
  evidence: EvidenceLine[]
  matchedBy: MatchEvidence[]
  hrLines: number[]
  personIds: number[]
  endpointIds: number[]
  userIds: number[]
}

export type ReconcileCounts = {
  hrRows: number
  people: number
  endpoints: number
  users: number
  /** HR rows joined with exactly one person. */
  matched: number
  unreadable: number
}

export type ReconcileResult = {
  mismatches: Mismatch[]
  unreadable: UnreadableLine[]
  counts: ReconcileCounts
}
