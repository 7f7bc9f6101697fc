import { type Draw, makeDraw, PURPOSE } from '../tenant/draw'
import { makeFirm } from '../tenant/firm'
import type { Employee } from './employee'
import { type Encoding, encoded, type FileLine, type SeparatorName, separatedText } from './hr-file'
import { clueLines, countKinds, type Planted, plantedOf } from './planted'
import { type RetentionRule, retentionRulesOf } from './retention-rules'
import { spellRow } from './spell-row'
import { makeStaffList } from './staff-list'
import { type UnreadableLine, unreadableLines } from './unreadable-lines'
import { columnsOf, type Headings, type Names, WORDINGS } from './wording'

/** What can be asked of an HR file; everything but the day has a default. */
export type HrOptions = {
  seed?: number
  /** Subscribers of the firm: the number of rows, a few more or less for what is wrong with them. */
  rows?: number
  /** The day of which it is true, as an ISO date. */
  today: string
  /** As people and spreadsheets leave it, in an order of its own. */
  messy?: boolean
  headings?: Headings
  names?: Names
  separator?: SeparatorName
  encoding?: Encoding
  /** So many lines of which no row can be made. A fifth of the people at most, or short lines are the file's habit. */
  unreadable?: number
  /** A line above the heading that says what the file is; one more that is no row. */
  title?: boolean
}

/** What a comparison is told besides the file. */
export type HrRules = { defaultCountry: string; silentDays: number; retention: RetentionRule[] }

/** The HR file of the firm that a sandbox of the same seed and `SANDBOX_PEOPLE` has, what is wrong with it, and its rules. */
export function makeHr(options: HrOptions): { bytes: Buffer; planted: Planted; rules: HrRules } {
  const { seed = 7, rows: people = 60, today, messy = false, unreadable = 0 } = options
  const { separator = 'comma', encoding = 'utf-8', names = 'parts' } = options
  const firm = makeFirm({ people, seed })
  const draw = makeDraw(seed)
  const wording = WORDINGS[options.headings ?? 'en']
  const columns = columnsOf(names)
  const heading = columns.map((column) => wording.headings[column])
  const spell = (row: Employee) => spellRow(row, { wording, messy, draw })
  const list = makeStaffList(firm, seed, today)
  const spoilt = unreadableLines({
    ...{ count: unreadable, columns, heading, separator, toSpoil: list.toSpoil, spell },
  })
  const spoiltRows = new Set(spoilt.map(({ of }) => of))
  const legible = list.rows.filter((row) => !spoiltRows.has(row))
  const body = spread<Employee | UnreadableLine>(messy ? shuffled(legible, draw) : legible, spoilt)
  const above = options.title ? [{ text: `Staff list, as of ${today}` }] : []
  const lines: FileLine[] = body.map((one) => {
    if ('how' in one) return one
    const cells = spell(one)
    return { cells: columns.map((column) => cells[column]) }
  })
  const { text, begins } = separatedText([...above, { cells: heading }, ...lines], separator)

  const lineOfRow = new Map<Employee, number>()
  const noRows: Planted['unreadable'] = above.map(() => ({ line: 1, how: 'above the heading' }))
  for (const [at, one] of body.entries()) {
    const line = begins[above.length + 1 + at] ?? 0
    if ('how' in one) noRows.push({ line, how: one.how })
    else lineOfRow.set(one, line)
  }
  const lineOf = (row: Employee) => {
    const line = lineOfRow.get(row)
    if (line === undefined) throw new Error(`${row.firstName} ${row.lastName} is not in the file`)
    return line
  }
  const mismatches = plantedOf(list.plants, lineOf)
  return {
    bytes: encoded(text, encoding),
    planted: {
      seed,
      people,
      today,
      rows: lineOfRow.size,
      counts: countKinds(mismatches),
      mismatches,
      clues: clueLines(list.clues, lineOf),
      unreadable: noRows,
    },
    rules: { defaultCountry: 'GB', silentDays: 90, retention: retentionRulesOf(firm) },
  }
}

/** The few evenly among the many. */
function spread<T>(many: readonly T[], few: readonly T[]): T[] {
  const every = Math.max(1, Math.floor(many.length / (few.length + 1)))
  const result: T[] = []
  let next = 0
  many.forEach((one, at) => {
    result.push(one)
    const item = few[next]
    if ((at + 1) % every === 0 && item !== undefined) {
      result.push(item)
      next += 1
    }
  })
  return result.concat(few.slice(next))
}

function shuffled<T>(list: readonly T[], draw: Draw): T[] {
  return list
    .map((item, at) => ({ item, lot: draw.integer(at, PURPOSE.order) }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ item }) => item)
}
