import { z } from 'zod'

/*
 * Readers of single wire values, with the tolerance every decoder must have: ids and numbers as numeric
 * strings, instants with or without milliseconds, `Z` or an offset, null for absent.
 */

/** An id as a number or a numeric string; one that JavaScript cannot hold exactly is no id. */
export const wireId = z
  .union([
    z.int(),
    z
      .string()
      .regex(/^\d{1,16}$/)
      .transform(Number),
  ])
  .pipe(z.int().nonnegative())

export const wireNumber = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d{1,15}(\.\d{1,15})?$/)
      .transform(Number),
  ])
  .pipe(z.number())

/** A length, size or position: never negative, nor so great that a change of unit makes it infinite. */
export const wireAmount = wireNumber.pipe(z.number().nonnegative().max(Number.MAX_SAFE_INTEGER))

export const wireCount = wireNumber.pipe(z.int().nonnegative())

/** Text, or a number that stands where text is expected; empty text is absent. */
export const wireText = z.union([z.string().min(1), z.number().transform(String)])

export const wireFlag = z.union([
  z.boolean(),
  z.enum(['true', 'false']).transform((text) => text === 'true'),
])

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?$/i

/** An instant as ISO 8601 UTC ending in `Z`; one without a zone is UTC, as all are on the wire. */
export const wireInstant = z.string().transform((text, context) => {
  const parts = INSTANT.exec(text.trim())
  const zone = (parts?.[3] ?? 'Z').toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')
  const ms = parts === null ? Number.NaN : Date.parse(`${parts[1]}T${parts[2]}${zone}`)
  const instant = Number.isNaN(ms) ? '' : new Date(ms).toISOString()
  if (/^\d{4}-/.test(instant)) return instant
  context.addIssue({ code: 'custom', message: 'not an instant' })
  return z.NEVER
})

export const wireList = z.array(z.unknown())

/** Absent when missing, null or of the wrong type: an optional field must never lose its row. */
export function optional<T extends z.ZodType>(field: T) {
  return field
    .nullish()
    .transform((value) => value ?? undefined)
    .catch(undefined)
}
