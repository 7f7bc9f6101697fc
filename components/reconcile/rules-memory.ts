import { DEFAULT_PRIVILEGED_RIGHTS, DEFAULT_SILENT_DAYS } from '@/lib/reconcile/default-rules'
import type { ColumnMapping, RetentionRule } from '@/lib/reconcile/model'

/** What is remembered of the rules, in this browser. */
export type RememberedRules = {
  /** Null for the one of this console. */
  defaultCountry: string | null
  silentDays: number
  /** One a line. */
  privilegedText: string
  /** One rule a line: `department; group; retention group`, the first two may be empty. */
  retentionText: string
}

export const DEFAULT_RULES: RememberedRules = {
  defaultCountry: null,
  silentDays: DEFAULT_SILENT_DAYS,
  privilegedText: DEFAULT_PRIVILEGED_RIGHTS.join('\n'),
  retentionText: '',
}

/** Reads remembered rules; junk falls back to the default of its part. */
export function parseRules(text: string | null): RememberedRules {
  try {
    const read: unknown = JSON.parse(text ?? '{}')
    const given = (typeof read === 'object' && read !== null ? read : {}) as Record<string, unknown> // each field is checked below
    const { defaultCountry, silentDays, privilegedText, retentionText } = given
    return {
      defaultCountry:
        typeof defaultCountry === 'string' && /^[A-Z]{2}$/.test(defaultCountry)
          ? defaultCountry
          : DEFAULT_RULES.defaultCountry,
      silentDays:
        typeof silentDays === 'number' && silentDays >= 1 && silentDays <= 3650
          ? Math.floor(silentDays)
          : DEFAULT_RULES.silentDays,
      privilegedText:
        typeof privilegedText === 'string'
          ? privilegedText.slice(0, 20_000)
          : DEFAULT_RULES.privilegedText,
      retentionText: typeof retentionText === 'string' ? retentionText.slice(0, 20_000) : '',
    }
  } catch {
    return DEFAULT_RULES
  }
}

/** The rights of the text, each once. */
export function readRights(text: string): string[] {
  const rights = text.split('\n').map((line) => line.trim())
  return [...new Set(rights.filter((right) => right !== ''))]
}

/** The rules of the text, and the lines that are none. */
export function readRetentionRules(text: string): { rules: RetentionRule[]; wrong: string[] } {
  const rules: RetentionRule[] = []
  const wrong: string[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const parts = line.split(';').map((part) => part.trim())
    const [department = '', group = '', retentionGroup = ''] = parts
    if (parts.length !== 3 || retentionGroup === '') wrong.push(line.trim())
    else rules.push({ department: department || null, group: group || null, retentionGroup })
  }
  return { rules, wrong }
}

/** Stands for a heading, so that its mapping is found again: the words, and none of the rows. */
export const mappingKey = (heading: readonly string[]): string =>
  `focus-console.reconcile-columns.${heading
    .map((head) => head.trim().toLowerCase())
    .join('|')
    .slice(0, 500)}`

/** Reads a remembered mapping; null when there is none, or it names columns that this heading does not have. */
export function parseMapping(text: string | null, columns: number): ColumnMapping | null {
  try {
    const read: unknown = JSON.parse(text ?? 'null')
    if (typeof read !== 'object' || read === null) return null
    const all = Object.values(read).flat()
    const fits = all.every((at) => Number.isInteger(at) && at >= 0 && at < columns)
    return fits && all.length > 0 ? (read as ColumnMapping) : null // whole numbers within the heading, by field
  } catch {
    return null
  }
}
