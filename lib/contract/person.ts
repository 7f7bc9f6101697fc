import { z } from 'zod'

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
