import { z } from 'zod'
import { DEFAULT_PRIVILEGED_RIGHTS, DEFAULT_SILENT_DAYS } from './default-rules'
import { type ColumnMapping, HR_FIELDS, type ReconcileRules } from './model'

const Text = z.string().trim().min(1)
const Fit = Text.nullish().transform((text) => text ?? null)

/** The file that the Reconcile page saves and `npm run reconcile -- --rules` reads. Everything in it may be left out. */
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
  /** Headings by field, where the guess is wrong; no heading where the field is to be none. */
  columns: z.partialRecord(z.enum(HR_FIELDS), z.array(Text)).default({}),
})
export type RulesFile = z.infer<typeof RulesFile>

/**
 * By which rules and columns was compared, as the file that says so. A column without a heading has no name to be found by, and is left
 * out. Which day it was is not in it.
 */
export function rulesFileOf(
  { defaultCountry, silentDays, privilegedRights, retention }: ReconcileRules,
  mapping: ColumnMapping,
  heading: readonly string[],
): RulesFile {
  const columns: RulesFile['columns'] = {}
  for (const field of HR_FIELDS)
    columns[field] = (mapping[field] ?? []).flatMap((column) => heading[column]?.trim() || [])
  return {
    defaultCountry,
    silentDays,
    privilegedRights: [...privilegedRights],
    retention: [...retention],
    columns,
  }
}
