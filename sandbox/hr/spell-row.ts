import { type Draw, PURPOSE } from '../tenant/draw'
import type { Employee } from './employee'
import { messyName } from './spell-names'
import { messyEmail, messyNumber, messyReference, tidyNumber } from './spell-numbers'
import type { Column, Wording } from './wording'

export type Spelling = { wording: Wording; messy: boolean; draw: Draw }

/** One for each choice, so that no two are made alike. */
const CHOICES = [
  'number',
  'name',
  'letters',
  'email',
  'phone',
  'mobile',
  'department',
  'job',
  'status',
  'start',
  'end',
  'notes',
] as const
type Choice = (typeof CHOICES)[number]

/** The cells of a row by column: as they are, or as people and spreadsheets leave them. */
export function spellRow(
  row: Employee,
  { wording, messy, draw }: Spelling,
): Record<Column, string> {
  // The tidy form is the first of each.
  const lotOf = (choice: Choice) =>
    messy ? draw.below(row.lot, PURPOSE.spelling + CHOICES.indexOf(choice), 5040) : 0
  const spell = (
    text: string | null,
    mess: (text: string, lot: number) => string,
    choice: Choice,
    tidy = (plain: string) => plain,
  ) => (text === null ? '' : messy ? mess(text, lotOf(choice)) : tidy(text))
  const { firstName: first, lastName: last } = row
  const name = messy
    ? messyName({ first, last }, lotOf('name'), lotOf('letters'), {
        nicknames: row.nameAsItIs !== true,
      })
    : { first, last, whole: `${first} ${last}` }
  return {
    employeeNumber: spell(row.employeeNumber, messyReference, 'number'),
    name: name.whole,
    firstName: name.first,
    lastName: name.last,
    email: spell(row.email, messyEmail, 'email'),
    phone: withExtension(
      spell(row.phone, messyNumber, 'phone', tidyNumber),
      row.extension,
      messy && lotOf('mobile') % 7 === 0,
    ),
    mobile: spell(row.mobile, messyNumber, 'mobile', tidyNumber),
    extension: row.extension ?? '',
    department: spell(row.department, messyWords, 'department'),
    team: spell(row.team, messyWords, 'department'),
    jobTitle: spell(row.jobTitle, messyWords, 'job'),
    status: statusOf(row, wording, lotOf('status')),
    startDate: dateOf(row.startDate, wording, lotOf('start')),
    endDate: dateOf(row.endDate, wording, lotOf('end')),
    notes: messy ? notesOf(lotOf('notes')) : '',
    ...row.spelt,
  }
}

/** Some write the extension behind the number as well. */
function withExtension(phone: string, extension: string | null, behind: boolean): string {
  if (!behind || phone === '' || extension === null || phone.includes('E')) return phone
  return `${phone} ext ${extension}`
}

function messyWords(text: string, lot: number): string {
  const ways = [
    text,
    text.toUpperCase(),
    `${text} `,
    text.toLowerCase(),
    text.replace('&', 'and'),
    text.replace(' ', '  '),
  ]
  return ways[lot % ways.length] ?? text
}

function statusOf({ status }: Employee, wording: Wording, lot: number): string {
  if (status === null) return ''
  const words = { employed: wording.employed, left: wording.left, 'not-yet': wording.notYet }
  const list = words[status]
  return list[lot % list.length] ?? ''
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const DAY_MS = 86_400_000
/** The number of 1 January 1970 in a spreadsheet. */
const SERIAL_OF_1970 = 25_569

/** A day as the file writes days; one in five otherwise. */
function dateOf(iso: string | null, { dates }: Wording, lot: number): string {
  if (iso === null) return ''
  const [year = '', month = '', day = ''] = iso.split('-')
  const named = `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`
  const usual = { iso, slashes: `${day}/${month}/${year}`, dots: `${day}.${month}.${year}` }[dates]
  if (lot % 5 !== 1) return usual
  const serial = String(Date.parse(iso) / DAY_MS + SERIAL_OF_1970)
  const others = [iso, named, `${iso}T00:00:00`, serial, named.replaceAll(' ', '-')]
  return others[Math.floor(lot / 5) % others.length] ?? usual
}

const NOTES = [
  'Moved desk,\nsee ticket 4711',
  'Says “call first”; prefers e-mail',
  'Room 3, "the corner"\nParking: none',
  'Badge\treplaced | key 7',
]

function notesOf(lot: number): string {
  return lot % 9 < NOTES.length ? (NOTES[lot % 9] ?? '') : ''
}
