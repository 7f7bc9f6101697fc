import { z } from 'zod'
import { InstantUtc, RecordingId } from './recording'
import { RecordingSearch } from './recording-search'

/** How long one medium is kept. */
export const RetentionPeriod = z.object({
  /** A recording kind, or `default` for every kind without a period of its own. */
  mediaType: z.string(),
  /** Null is for ever. */
  days: z.number().nonnegative().nullable(),
})
export type RetentionPeriod = z.infer<typeof RetentionPeriod>

export const RetentionGroup = z.object({
  id: z.number(),
  name: z.string().nullable(),
  isDefault: z.boolean(),
  /** Most specific first: named kinds before `default`. */
  periods: z.array(RetentionPeriod),
  memberCount: z.number().nonnegative().nullable(),
  otherFields: z.record(z.string(), z.unknown()),
})
export type RetentionGroup = z.infer<typeof RetentionGroup>

export const RetentionGroups = z.object({
  groups: z.array(RetentionGroup),
  unreadable: z.int().nonnegative(),
})
export type RetentionGroups = z.infer<typeof RetentionGroups>

/** Somebody who is recorded, with the group that holds their calls; null is the default group alone. */
export const RetentionMember = z.object({
  personId: z.number(),
  name: z.string(),
  department: z.string().nullable(),
  active: z.boolean().nullable(),
  retentionGroupId: z.number().nullable(),
})
export type RetentionMember = z.infer<typeof RetentionMember>

export const RetentionMembersLine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('members'), members: z.array(RetentionMember) }),
  z.object({
    type: z.literal('end'),
    read: z.int().nonnegative(),
    total: z.int().nonnegative().nullable(),
    unreadable: z.int().nonnegative(),
  }),
  z.object({ type: z.literal('problem'), problem: z.unknown() }),
])
export type RetentionMembersLine = z.infer<typeof RetentionMembersLine>

export const MOST_RECORDINGS_FORECAST = 100_000

/** What is to be forecast: the recordings of a search, and a move that is only imagined. */
export const RetentionForecastRequest = z.strictObject({
  recordings: RecordingSearch.omit({ limit: true, offset: true, sort: true }).optional(),
  /** As if these people, or all of these groups, were in another group. */
  whatIf: z
    .strictObject({
      personIds: z.array(z.number()).max(1000).optional(),
      retentionGroupIds: z.array(z.number()).max(100).optional(),
      toGroupId: z.number(),
    })
    .optional(),
  most: z.int().min(1).max(MOST_RECORDINGS_FORECAST).default(20_000),
})
export type RetentionForecastRequest = z.infer<typeof RetentionForecastRequest>

/** How many recordings would be deleted on one day (UTC, `YYYY-MM-DD`), by what they are. */
export const ExpiryCount = z.object({
  day: z.iso.date(),
  retentionGroupId: z.number().nullable(),
  kind: z.string().nullable(),
  /** Under legal hold: would be deleted when the hold is lifted. */
  held: z.boolean(),
  /** Of the imagined move; `now` where nothing is imagined or nothing changes by it. */
  world: z.enum(['now', 'what-if']),
  recordings: z.int().positive(),
  durationMs: z.number().nonnegative(),
})
export type ExpiryCount = z.infer<typeof ExpiryCount>

export const ForecastLine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('counts'), counts: z.array(ExpiryCount) }),
  z.object({
    type: z.literal('progress'),
    read: z.int().nonnegative(),
    total: z.int().nonnegative().nullable(),
    unreadable: z.int().nonnegative(),
    /** Kept for ever, or without an expiry that could be told. */
    neverExpires: z.int().nonnegative(),
    /** Already past their day. */
    past: z.int().nonnegative(),
  }),
  z.object({
    type: z.literal('end'),
    complete: z.boolean(),
    /** Oldest and newest recording read. */
    oldestUtc: InstantUtc.nullable(),
    newestUtc: InstantUtc.nullable(),
    /** For those who may search: some of the first to go, to open. */
    examples: z.array(z.object({ id: RecordingId, day: z.iso.date(), held: z.boolean() })),
  }),
  z.object({ type: z.literal('problem'), problem: z.unknown() }),
])
export type ForecastLine = z.infer<typeof ForecastLine>
