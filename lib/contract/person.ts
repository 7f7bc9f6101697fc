import { z } from 'zod'
import { Endpoint } from './directory-endpoint'
import { InstantUtc } from './recording'

/** A person as a chip or a suggestion names one. */
export const PersonName = z.object({
  id: z.number(),
  name: z.string(),
  /** `subscriber`, `external`, `user`, or as it came. */
  type: z.string().nullable(),
  department: z.string().nullable(),
})
export type PersonName = z.infer<typeof PersonName>

/** `GET /api/people?name=` (while typing) or `?ids=1,2` (to name the chips of a pasted link); one of the two. */
export const PeopleQuery = z
  .object({
    name: z.string().trim().min(1).max(200).optional(),
    ids: z
      .string()
      .regex(/^\d{1,15}(,\d{1,15}){0,99}$/)
      .transform((text) => text.split(',').map(Number))
      .optional(),
  })
  .refine((query) => (query.name === undefined) !== (query.ids === undefined), {
    message: 'Give either a name or ids',
  })

export const PeopleNames = z.object({
  people: z.array(PersonName),
  unreadable: z.int().nonnegative(),
})
export type PeopleNames = z.infer<typeof PeopleNames>

/** A person with everything Focus says of them. Only `personId` is certain. */
export const Person = z.object({
  personId: z.number(),
  /** `subscriber`, `external`, `user`, or as it came. */
  type: z.string().nullable(),
  /** Never empty: the address, or the number, where Focus gives no name. */
  name: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  email: z.string().nullable(),
  department: z.string().nullable(),
  jobTitle: z.string().nullable(),
  /** The employee number, or another system's id of them. */
  externalRef: z.string().nullable(),
  /** In the order they came; a group that came as a name alone has no id. */
  groups: z.array(z.object({ groupId: z.number().nullable(), name: z.string().nullable() })),
  active: z.boolean().nullable(),
  retentionGroupId: z.number().nullable(),
  /** Person id of the manager, where a tenant sends one. */
  managerId: z.number().nullable(),
  /** Those that could be read. */
  endpoints: z.array(Endpoint),
  otherFields: z.record(z.string(), z.unknown()),
})
export type Person = z.infer<typeof Person>

const MAX_DIRECTORY_LIMIT = 200

/** Part of a longer list. */
export const DirectoryPaging = {
  /** 1 to 200; 200 when left out. */
  limit: z.int().min(1).max(MAX_DIRECTORY_LIMIT).optional(),
  offset: z.int().min(0).max(10_000_000).optional(),
}

/** What Focus can filter people by itself; fields combine with AND. */
const PersonFilter = {
  /** Part of a name, an address, a job title, or whatever else Focus looks at. */
  text: z.string().trim().min(1).max(200).optional(),
  types: z.array(z.string().min(1).max(100)).max(20).optional(),
  groupIds: z.array(z.int().nonnegative()).max(200).optional(),
  active: z.boolean().optional(),
  ...DirectoryPaging,
}

/** What people can be asked for: a filter, or one of three ways to name them, which give everybody at once. */
export const PersonSearch = z
  .strictObject({
    ...PersonFilter,
    /** Part of a name alone, for suggestions while typing: the first twenty. */
    name: z.string().trim().min(1).max(200).optional(),
    personIds: z.array(z.int().positive()).min(1).max(1000).optional(),
    /** Whose endpoints these are, in any spelling. */
    endpointValues: z.array(z.string().trim().min(3).max(320)).min(1).max(100).optional(),
  })
  .refine(
    ({ name, personIds, endpointValues, ...filter }) => {
      const named = [name, personIds, endpointValues].filter((way) => way !== undefined).length
      const { limit: _limit, offset: _offset, ...fields } = filter
      return named === 0 || (named === 1 && Object.keys(fields).length === 0)
    },
    { message: 'A name, ids and endpoint values each stand alone' },
  )
export type PersonSearch = z.infer<typeof PersonSearch>

export const PersonParams = z.object({
  id: z
    .string()
    .regex(/^[1-9]\d{0,15}$/, 'A person’s id is a whole number')
    .transform(Number)
    .refine(Number.isSafeInteger, 'A person’s id is a whole number'),
})

/** One page of people. */
export const PersonPage = z.object({
  people: z.array(Person),
  /** Null when Focus does not say. */
  total: z.int().nonnegative().nullable(),
  /** Where the next page starts; null at the end. */
  nextOffset: z.int().nonnegative().nullable(),
  /** Rows of this page that could not be decoded and are left out. */
  unreadable: z.int().nonnegative(),
})
export type PersonPage = z.infer<typeof PersonPage>

/** How much of somebody was recorded, by day and endpoint: counts, never which recordings. */
export const PersonActivity = z.object({
  personId: z.number(),
  /** Every recording of theirs, at any time; null when Focus does not say. */
  total: z.int().nonnegative().nullable(),
  oldestUtc: InstantUtc.nullable(),
  newestUtc: InstantUtc.nullable(),
  /** First and last day (UTC, `YYYY-MM-DD`) of what is counted by day. */
  fromDay: z.iso.date(),
  toDay: z.iso.date(),
  /** Days with a recording, oldest first. */
  days: z.array(z.object({ day: z.iso.date(), recordings: z.int().positive() })),
  /** By endpoint within those days, most first. */
  endpoints: z.array(
    z.object({
      endpointId: z.number(),
      recordings: z.int().positive(),
      newestUtc: InstantUtc.nullable(),
    }),
  ),
  /** Recordings counted by day. */
  read: z.int().nonnegative(),
  unreadable: z.int().nonnegative(),
  /** False where a bound, or a list that changed while it was read, cut the counting short: the oldest days are missing. */
  complete: z.boolean(),
})
export type PersonActivity = z.infer<typeof PersonActivity>
