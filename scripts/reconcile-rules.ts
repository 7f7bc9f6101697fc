import { guessMapping } from '@/lib/reconcile/file/guess-mapping'
import type { HrTable } from '@/lib/reconcile/file/read-table'
import { type ColumnMapping, HR_FIELDS, type HrField } from '@/lib/reconcile/model'
import type { RulesFile } from '@/lib/reconcile/rules-file'

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
  for (const field of HR_FIELDS) {
    const headings = columns[field]
    if (headings === undefined) continue
    const found = headings.map((text) => plain.indexOf(text.toLowerCase()))
    missing.push(...headings.filter((_, nth) => found[nth] === -1))
    named.set(
      field,
      found.filter((at) => at !== -1),
    )
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
