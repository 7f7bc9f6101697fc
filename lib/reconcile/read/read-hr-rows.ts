import { HEADING_WORDS } from '../file/heading-words'
import { plainHeading } from '../file/plain-heading'
import {
  type ColumnMapping,
  HR_FIELDS,
  type HrField,
  type HrLine,
  type HrRow,
  type ReconcileRules,
  type UnreadableLine,
} from '../model'
import { presentText } from './absent'
import { type DateOrder, detectDateOrder, readDate } from './dates'
import { readEmails } from './emails'
import { employmentOn } from './employment'
import { readNumbers } from './phones'
import { unscientific } from './scientific'

/** Enough dates to tell in which order a file writes them. */
const DATES_LOOKED_AT = 20_000

/**
 * Makes a row of every line that says who it is about, and lists every other with its reason. Each line of `lines` comes out on one
 * of the two sides. `rules.today` decides who works there; `rules.defaultCountry` the order of `03/10/2026` where the file does not.
 */
export function readHrRows(
  lines: readonly HrLine[],
  mapping: ColumnMapping,
  rules: Pick<ReconcileRules, 'today' | 'defaultCountry'>,
): { rows: HrRow[]; unreadable: UnreadableLine[] } {
  const rows: HrRow[] = []
  const unreadable: UnreadableLine[] = []
  const width = Math.max(0, ...HR_FIELDS.flatMap((field) => mapping[field] ?? [])) + 1
  const readDay = dateReader(detectDateOrder(dateTexts(lines, mapping), rules.defaultCountry))
  for (const line of lines) {
    const read = readLine(line, mapping, width, readDay, rules.today)
    if (typeof read === 'string') unreadable.push({ ...line, reason: read })
    else rows.push(read)
  }
  return { rows, unreadable }
}

/** The row of a line, or why there is none. */
function readLine(
  { line, cells }: HrLine,
  mapping: ColumnMapping,
  width: number,
  readDay: (text: string) => string | null,
  today: string,
): HrRow | string {
  if (cells.length < width)
    return `This line has ${cells.length} cells; the columns chosen need ${width}.`
  if (repeatsHeading(cells, mapping)) return 'This line repeats the heading.'
  const text = (field: HrField) => firstPresent(cells, mapping[field])
  const startText = text('startDate')
  const endText = text('endDate')
  const startDate = startText === null ? null : readDay(startText)
  if (startText !== null && startDate === null) return `“${startText}” is not a date.`
  const endDate = endText === null ? null : readDay(endText)
  if (endText !== null && endDate === null) return `“${endText}” is not a date.`

  const emails = everyOf(cells, mapping.email, readEmails)
  if (mapping.otherEmail) emails.push(...everyOf(cells, mapping.otherEmail, readEmails))
  const numbers = [
    ...(mapping.phone ?? []),
    ...(mapping.mobile ?? []),
    ...(mapping.extension ?? []),
  ]
  const phones: string[] = []
  const extensions: string[] = []
  for (const column of numbers) {
    const found = readNumbers(cells[column])
    for (const phone of found.phones) if (!phones.includes(phone)) phones.push(phone)
    for (const extension of found.extensions)
      if (!extensions.includes(extension)) extensions.push(extension)
  }
  const firstName = text('firstName')
  const middleName = text('middleName')
  const lastName = text('lastName')
  const row: HrRow = {
    line,
    employeeNumber: text('employeeNumber'),
    name: text('fullName') ?? joined(firstName, middleName, lastName),
    firstName,
    middleName,
    lastName,
    emails: emails.length < 2 ? emails : [...new Set(emails)],
    phones,
    extensions,
    department: text('department'),
    group: text('group'),
    jobTitle: text('jobTitle'),
    employment: employmentOn(today, text('status'), startDate, endDate),
    startDate,
    endDate,
  }
  return withoutIdentity(row) ?? row
}

/** Why nobody can be found by a row; null where somebody can. */
function withoutIdentity(row: HrRow): string | null {
  if (row.employeeNumber !== null || row.emails.length > 0 || row.extensions.length > 0) return null
  const [lost] = row.phones.filter((phone) => unscientific(phone) === null)
  if (row.phones.some((phone) => unscientific(phone) !== null)) return null
  if (row.name !== null && (row.department !== null || row.jobTitle !== null)) return null
  if (lost !== undefined)
    return `A spreadsheet has cut the phone number to ${lost}, and nothing else says who this is.`
  return row.name === null
    ? 'Nothing in this line says who it is about: no number, e-mail, phone or name.'
    : 'There is a name alone: no employee number, e-mail or phone, and no department or job to go with the name.'
}

function firstPresent(
  cells: readonly string[],
  columns: readonly number[] | undefined,
): string | null {
  for (const column of columns ?? []) {
    const text = presentText(cells[column])
    if (text !== null) return text
  }
  return null
}

function everyOf(
  cells: readonly string[],
  columns: readonly number[] | undefined,
  read: (cell: string | undefined) => string[],
): string[] {
  const [only] = columns ?? []
  if (only === undefined) return []
  return columns?.length === 1
    ? read(cells[only])
    : (columns ?? []).flatMap((column) => read(cells[column]))
}

function joined(...parts: (string | null)[]): string | null {
  return parts.filter((part) => part !== null).join(' ') || null
}

/** `readDate` that remembers: a firm has far fewer days than lines. */
function dateReader(order: DateOrder): (text: string) => string | null {
  const known = new Map<string, string | null>()
  return (text) => {
    let date = known.get(text)
    if (date === undefined) {
      date = readDate(text, order)
      known.set(text, date)
    }
    return date
  }
}

function* dateTexts(lines: readonly HrLine[], mapping: ColumnMapping): Generator<string> {
  const columns = [...(mapping.startDate ?? []), ...(mapping.endDate ?? [])]
  for (const { cells } of lines.slice(0, DATES_LOOKED_AT))
    for (const column of columns) yield cells[column] ?? ''
}

/** Reports that run over pages print their heading on each: every cell is the name of its column. */
function repeatsHeading(cells: readonly string[], mapping: ColumnMapping): boolean {
  let repeated = 0
  for (const field of HR_FIELDS) {
    const cell = cells[mapping[field]?.[0] ?? -1]
    if (cell === undefined || cell === '') continue
    // No address, number or date is a heading: the common lines are told without more work.
    if (cell.length > 40 || /[@\d]/.test(cell)) return false
    if (!HEADING_WORDS[field].includes(plainHeading(cell))) return false
    repeated++
  }
  return repeated >= 2
}
