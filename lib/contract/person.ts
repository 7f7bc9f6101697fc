import { z } from 'zod'
import { Endpoint } from './directory-endpoint'

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

/** A person of Focus's directory. Only `personId` is certain. */
export const DirectoryPerson = z.object({
  personId: z.number(),
  /** `subscriber`, `external`, `user`, or as it came. */
  type: z.string().nullable(),
  /** Never empty: the address, or the number, where Focus gives no name. */
  name: z.string(),
  email: z.string().nullable(),
  department: z.string().nullable(),
  jobTitle: z.string().nullable(),
  /** Names, in the order they came. */
  groups: z.array(z.string()),
  active: z.boolean().nullable(),
  retentionGroupId: z.number().nullable(),
  /** Person id of the manager, where a tenant sends one. */
  managerId: z.number().nullable(),
  /** How many endpoints are theirs. */
  endpoints: z.int().nonnegative(),
})
export type DirectoryPerson = z.infer<typeof DirectoryPerson>

/** A person with everything Focus says of them. Only `personId` is certain. */
export const Person = DirectoryPerson.omit({ groups: true, endpoints: true }).extend({
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  /** The employee number, or another system's id of them. */
  externalRef: z.string().nullable(),
  groups: z.array(z.object({ groupId: z.number().nullable(), name: z.string().nullable() })),
  endpoints: z.array(Endpoint),
  otherFields: z.record(z.string(), z.unknown()),
})
export type Person = z.infer<typeof Person>

/** What the directory can be asked for; fields combine with AND. */
export type DirectorySearch = {
  text?: string
  types?: string[]
  groupIds?: number[]
  active?: boolean
  /** 1 to 200; 200 when left out. */
  limit?: number
  offset?: number
}

/** One page of the directory. */
export const DirectoryPage = z.object({
  people: z.array(DirectoryPerson),
  /** Null when Focus does not say. */
  total: z.int().nonnegative().nullable(),
  /** Where the next page starts; null at the end. */
  nextOffset: z.int().nonnegative().nullable(),
  /** Rows of this page that could not be decoded and are left out. */
  unreadable: z.int().nonnegative(),
})
export type DirectoryPage = z.infer<typeof DirectoryPage>

/** Somebody who can log in to Focus. Only `userId` is certain. */
export const DirectoryUser = z.object({
  userId: z.number(),
  username: z.string().nullable(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  active: z.boolean().nullable(),
  serviceUser: z.boolean().nullable(),
})
export type DirectoryUser = z.infer<typeof DirectoryUser>
