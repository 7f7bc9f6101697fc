import { parseArgs } from 'node:util'
import { KNOWN_PEOPLE, MOST_PEOPLE } from '../tenant/firm-faults'
import { ENCODINGS, SEPARATORS, type SeparatorName } from './hr-file'
import type { HrOptions } from './make-hr'
import { HEADINGS, NAMES } from './wording'

export const USAGE = `Usage: npm run sandbox:hr -- --seed 7 --rows 5000 > hr.csv
  --seed <7>            that of the sandbox (SANDBOX_SEED)
  --rows <60>           people of the firm (SANDBOX_PEOPLE), ${KNOWN_PEOPLE} to ${MOST_PEOPLE}; what is wrong makes a few rows more or less
  --today <2026-11-23>  the day of which the file is true; today without it
  --planted <file>      everything that is wrong between the file and the firm, as JSON
  --rules <file>        which department and team has which retention group, for npm run reconcile
  --out <file>          in place of the standard output
  --messy               names, numbers, addresses and dates as people and spreadsheets leave them, in no order
  --unreadable <0>      so many lines that no row can be made of
  --title               a line above the heading
  --headings <en>       ${HEADINGS.join(', ')}
  --names <parts>       ${NAMES.join(', ')}
  --separator <comma>   ${Object.keys(SEPARATORS).join(', ')}
  --encoding <utf-8>    ${ENCODINGS.join(', ')}`

export type HrCommand = {
  options: HrOptions
  planted?: string | undefined
  rules?: string | undefined
  out?: string | undefined
}

/**
 * The command of these arguments, or that they ask for the usage. `today` is taken where they name no day. Throws an error that names
 * the argument that is wrong.
 */
export function hrCommandOf(args: readonly string[], today: string): HrCommand | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '7' },
      rows: { type: 'string', default: String(KNOWN_PEOPLE) },
      today: { type: 'string', default: today },
      planted: { type: 'string' },
      rules: { type: 'string' },
      out: { type: 'string' },
      messy: { type: 'boolean', default: false },
      unreadable: { type: 'string', default: '0' },
      title: { type: 'boolean', default: false },
      headings: { type: 'string', default: 'en' },
      names: { type: 'string', default: 'parts' },
      separator: { type: 'string', default: 'comma' },
      encoding: { type: 'string', default: 'utf-8' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return 'help'
  // Object.keys gives strings, though the keys are known.
  const separators = Object.keys(SEPARATORS) as SeparatorName[]
  const rows = whole('rows', values.rows, KNOWN_PEOPLE, MOST_PEOPLE)
  return {
    options: {
      seed: whole('seed', values.seed, 0, 999_999_999),
      rows,
      today: day(values.today),
      messy: values.messy,
      title: values.title,
      // Where more lines are short it is the file's habit, and they are read.
      unreadable: whole('unreadable', values.unreadable, 0, Math.floor(rows / 5)),
      headings: one('headings', HEADINGS, values.headings),
      names: one('names', NAMES, values.names),
      separator: one('separator', separators, values.separator),
      encoding: one('encoding', ENCODINGS, values.encoding),
    },
    planted: values.planted,
    rules: values.rules,
    out: values.out,
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (number >= least && number <= most) return number
  throw new Error(`--${name} must be a whole number from ${least} to ${most}, not “${text}”`)
}

function day(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))) return text
  throw new Error(`--today must be a day such as 2026-11-23, not “${text}”`)
}

function one<T extends string>(name: string, list: readonly T[], text: string): T {
  const found = list.find((item) => item === text)
  if (found !== undefined) return found
  throw new Error(`--${name} must be one of ${list.join(', ')}, not “${text}”`)
}
