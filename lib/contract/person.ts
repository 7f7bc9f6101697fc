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

/** What people can be asked for; fields combine with AND. */
export type PersonSearch = {
  text?: string
  types?: string[]
  groupIds?: number[]
  active?: boolean
  /** 1 to 200; 200 when left out. */
  limit?: number
  offset?: number
}

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
