/** How a date of three numbers is read: `03/10/2026` is the third of October, or March the tenth. */
export type DateOrder = 'day-first' | 'month-first'

/** The beginnings of the months in English, German and French, without accents. `juin` and `juil` need four letters. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'fev'],
  ['mar', 'mrz', 'maer'],
  ['apr', 'avr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez'],
]
/** Day 0 of a spreadsheet, which takes 1900 for a leap year. */
const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

/**
 * An ISO date (`2026-10-03`) from what HR systems and spreadsheets write: ISO with or without a time, `03/10/2026` in the
 * given order, `3 Oct 2026`, `October 3, 2026`, `20261003`, a spreadsheet's serial number. Null when it is no day of the
 * calendar between 1900 and 9999. Two digits of a year are 1950 to 2049.
 */
export function readDate(text: string, order: DateOrder): string | null {
  const trimmed = text.trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(trimmed)
  if (iso) return isoOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const numbers = threeNumbers(trimmed)
  if (numbers) {
    const [first, second, year] = numbers
    return order === 'day-first' ? isoOf(year, second, first) : isoOf(year, first, second)
  }
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed)
  if (compact) return isoOf(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  return serialDate(trimmed) ?? namedMonth(trimmed)
}

/**
 * The order that the dates of a file are written in: one whose first number is above twelve shows the day first, one whose
 * second is, the month. Where none shows it, or both are there, the order of the country.
 */
export function detectDateOrder(texts: Iterable<string>, country: string): DateOrder {
  let dayFirst = 0
  let monthFirst = 0
  for (const text of texts) {
    const [first = 0, second = 0] = threeNumbers(text.trim()) ?? []
    if (first > 12 && second <= 12) dayFirst++
    if (second > 12 && first <= 12) monthFirst++
  }
  if (dayFirst !== monthFirst) return dayFirst > monthFirst ? 'day-first' : 'month-first'
  return country === 'US' || country === 'PH' ? 'month-first' : 'day-first'
}

function threeNumbers(text: string): [number, number, number] | null {
  const found = /^(\d{1,2})[-/.] ?(\d{1,2})[-/.] ?(\d{4}|\d{2})(?:[T ]+\d{1,2}:\d.*)?$/.exec(text)
  return found ? [Number(found[1]), Number(found[2]), fullYear(String(found[3]))] : null
}

function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year < 50 ? 2000 + year : 1900 + year
}

/** Five digits, from 1927 on, where no year or employee number is taken for a day. */
function serialDate(text: string): string | null {
  if (!/^\d{5}([.,]\d+)?$/.test(text)) return null
  const days = Math.floor(Number(text.replace(',', '.')))
  return days < 10_000 ? null : new Date(SERIAL_ZERO_MS + days * DAY_MS).toISOString().slice(0, 10)
}

function namedMonth(text: string): string | null {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const word = /[a-z]{3,}/g
  for (const [name] of plain.matchAll(word)) {
    const month = MONTHS.findIndex((starts) => starts.some((start) => name.startsWith(start)))
    if (month === -1) continue
    const numbers = plain.replace(/\d{1,2}:\d{2}.*/, '').match(/\d+/g) ?? []
    const [first, second] = numbers
    if (numbers.length !== 2 || first === undefined || second === undefined) return null
    const [year, day] = first.length === 4 ? [first, second] : [second, first]
    return isoOf(fullYear(year), month + 1, Number(day))
  }
  return null
}

function isoOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 9999) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}
