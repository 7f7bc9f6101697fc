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

/** `now` is the tenant as it stands; `what-if` the same recordings after the imagined move. Each is whole. */
export const RetentionWorld = z.enum(['now', 'what-if'])
export type RetentionWorld = z.infer<typeof RetentionWorld>

/** What an imagined move does to the recordings it touches. Each is in one of the parts; they add up to `recordings`. */
export const MoveEffect = z.object({
  recordings: z.int().nonnegative(),
  /** Their day would have come already, and has not come as things stand. */
  atOnce: z.int().nonnegative(),
  earlier: z.int().nonnegative(),
  /** Or never. */
  later: z.int().nonnegative(),
  same: z.int().nonnegative(),
  /** Their day has come as things stand: a move may be too late. */
  alreadyPast: z.int().nonnegative(),
  /** Under legal hold: nothing happens to them until it is lifted. */
  held: z.int().nonnegative(),
  /** Their day cannot be told in one of the worlds. */
  unknown: z.int().nonnegative(),
})
export type MoveEffect = z.infer<typeof MoveEffect>

/** How many recordings would be deleted on one day (UTC, `YYYY-MM-DD`), by what they are. */
export const ExpiryCount = z.object({
  day: z.iso.date(),
  retentionGroupId: z.number().nullable(),
  kind: z.string().nullable(),
  /** Under legal hold: would be deleted when the hold is lifted. */
  held: z.boolean(),
  world: RetentionWorld,
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
    /** Kept for ever, as things stand. */
    neverExpires: z.int().nonnegative(),
    /** Without a day that could be told, as things stand: their group, its period or their start is not known. */
    unknown: z.int().nonnegative(),
    /** Already past their day and not on hold, as things stand. */
    past: z.int().nonnegative(),
    /** Null where no move is imagined. */
    move: MoveEffect.nullable(),
    /** The same two after the imagined move; null where none is. */
    afterMove: z
      .object({ neverExpires: z.int().nonnegative(), unknown: z.int().nonnegative() })
      .nullable(),
  }),
  z.object({
    type: z.literal('end'),
    /** Every recording of the search was read; false where `most` or an unsteady list cut it short. */
    complete: z.boolean(),
    /** Oldest and newest recording read. */
    oldestUtc: InstantUtc.nullable(),
    newestUtc: InstantUtc.nullable(),
    /** For those who may search: some of each day, the first to go first, to open. In the imagined world only what is moved. */
    examples: z.array(
      z.object({
        id: RecordingId,
        day: z.iso.date(),
        held: z.boolean(),
        world: RetentionWorld,
      }),
    ),
  }),
  z.object({ type: z.literal('problem'), problem: z.unknown() }),
])
export type ForecastLine = z.infer<typeof ForecastLine>
