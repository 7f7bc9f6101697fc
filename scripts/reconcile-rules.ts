import { z } from 'zod'
import { DEFAULT_PRIVILEGED_RIGHTS, DEFAULT_SILENT_DAYS } from '@/lib/reconcile/default-rules'
import { guessMapping } from '@/lib/reconcile/file/guess-mapping'
import type { HrTable } from '@/lib/reconcile/file/read-table'
import { type ColumnMapping, HR_FIELDS, type HrField } from '@/lib/reconcile/model'

const Text = z.string().trim().min(1)
const Fit = Text.nullish().transform((text) => text ?? null)

/** The file that `--rules` names. Everything in it may be left out. */
export const RulesFile = z.strictObject({
  /** ISO 3166 alpha-2; DEFAULT_COUNTRY without it. */
  defaultCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  silentDays: z.int().min(1).max(3650).default(DEFAULT_SILENT_DAYS),
  privilegedRights: z.array(Text).default([...DEFAULT_PRIVILEGED_RIGHTS]),
  /** The first that fits decides. */
  retention: z
    .array(z.strictObject({ department: Fit, group: Fit, retentionGroup: Text }))
    .default([]),
  /** Headings by field, where the guess is wrong. */
  columns: z.partialRecord(z.enum(HR_FIELDS), z.array(Text).min(1)).default({}),
})
export type RulesFile = z.infer<typeof RulesFile>

/**
 * The guessed columns with those that the rules name in their place. `missing` are headings the file does not have.
 */
export function mappingOf(
  { heading, lines }: HrTable,
  { columns }: RulesFile,
): { mapping: ColumnMapping; missing: string[] } {
  const plain = heading.map((text) => text.trim().toLowerCase())
  const named = new Map<HrField, number[]>()
  const missing: string[] = []
  for (const field of HR_FIELDS)
    for (const text of columns[field] ?? []) {
      const at = plain.indexOf(text.toLowerCase())
      if (at === -1) missing.push(text)
      else named.set(field, [...(named.get(field) ?? []), at])
    }
  const taken = new Set([...named.values()].flat())
  const mapping: Partial<Record<HrField, readonly number[]>> = {}
  const guess = guessMapping(heading, lines)
  for (const field of HR_FIELDS) {
    const free = named.get(field) ?? guess[field]?.filter((at) => !taken.has(at))
    if (free !== undefined && free.length > 0) mapping[field] = free
  }
  return { mapping, missing }
}

/** Whether somebody can be found by the columns: anything but a name alone. */
export function findsPeople(mapping: ColumnMapping): boolean {
  const has = (...fields: HrField[]) => fields.some((field) => mapping[field] !== undefined)
  if (has('employeeNumber', 'email', 'otherEmail', 'phone', 'mobile', 'extension')) return true
  return has('fullName', 'lastName') && has('department', 'jobTitle')
}
