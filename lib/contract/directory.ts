import { z } from 'zod'
import { Endpoint, EndpointLookUp, EndpointSearch } from './directory-endpoint'
import { Person, PersonSearch } from './person'
import { RetentionGroup } from './retention'
import { User, UserSearch } from './user'

/** What of the directory is read whole, in this order. */
export const DIRECTORY_PARTS = ['people', 'endpoints', 'users', 'retention-groups'] as const
export const DirectoryPart = z.enum(DIRECTORY_PARTS)
export type DirectoryPart = z.infer<typeof DirectoryPart>

/** How many of a part Focus says there are; null when it does not. */
const Total = z.int().nonnegative().nullable()

/** One line of the whole directory as it is read (`POST /api/directory`). Each part ends with its `part-end`. */
export const DirectoryLine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('people'), people: z.array(Person), total: Total }),
  z.object({ type: z.literal('endpoints'), endpoints: z.array(Endpoint), total: Total }),
  z.object({ type: z.literal('users'), users: z.array(User), total: Total }),
  z.object({ type: z.literal('retention-groups'), groups: z.array(RetentionGroup) }),
  z.object({
    type: z.literal('part-end'),
    part: DirectoryPart,
    /** Rows sent. */
    read: z.int().nonnegative(),
    total: Total,
    /** Rows that could not be decoded and are left out. */
    unreadable: z.int().nonnegative(),
    /** False where a bound, or a list that changed while it was read, cut the part short. */
    complete: z.boolean(),
  }),
  z.object({
    type: z.literal('end'),
    /** Every part is whole. */
    complete: z.boolean(),
  }),
  z.object({ type: z.literal('problem'), problem: z.unknown() }),
])
export type DirectoryLine = z.infer<typeof DirectoryLine>

/** A list of the directory, or a look-up, whose Focus requests are to be shown. */
export const DirectoryQuestion = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('people'), search: PersonSearch }),
  z.strictObject({ of: z.literal('endpoints'), search: EndpointSearch }),
  z.strictObject({ of: z.literal('users'), search: UserSearch }),
  z.strictObject({ of: z.literal('look-up'), search: EndpointLookUp }),
])
export type DirectoryQuestion = z.infer<typeof DirectoryQuestion>
