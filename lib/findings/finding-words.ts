import type { WallClock } from '@/lib/format/instant'
import type { CallAccess } from './facts'

const PAST: Record<string, string> = {
  play: 'played',
  view: 'viewed',
  download: 'downloaded',
  'transcript-read': 'read the transcript of',
  'sms-read': 'read',
  'comments-read': 'read the comments on',
  'evidence-export': 'packed as evidence',
  reveal: 'revealed the names in',
}
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** `played` when all of them are plays; `accessed` when they differ. */
export function didWhat(accesses: readonly CallAccess[]): string {
  const actions = new Set(accesses.map(({ event }) => event.action))
  const [action = ''] = actions
  return actions.size === 1 ? (PAST[action] ?? 'accessed') : 'accessed'
}

export const recordingsIn = (accesses: readonly CallAccess[]): number =>
  new Set(accesses.map(({ recordingId }) => recordingId)).size

/** `a call`, `3 calls`. */
export const calls = (count: number): string => (count === 1 ? 'a call' : `${count} calls`)

/** `1 download`, `3 downloads`. */
export const count = (many: number, noun: string): string =>
  `${many.toLocaleString('en-GB')} ${noun}${many === 1 ? '' : 's'}`

/** `Priya Shah’s`, `James’`. */
export const possessive = (name: string): string => `${name}’${/s$/i.test(name) ? '' : 's'}`

const two = (value: number) => String(value).padStart(2, '0')
export const time = ({ hour, minute }: WallClock): string => `${two(hour)}:${two(minute)}`
export const date = ({ day, month, year }: WallClock): string =>
  `${day} ${MONTHS[month - 1]} ${year}`
export const minuteOfDay = ({ hour, minute }: WallClock): number => hour * 60 + minute

/** 1 is Monday, 7 is Sunday. */
export function weekday({ year, month, day }: WallClock): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7
}

/** `at 15:12 on 23 Nov 2026`, `between 15:12 and 15:40 on 23 Nov 2026`, `from 23 Nov 2026 to 25 Nov 2026`. */
export function when(first: WallClock, last: WallClock): string {
  if (date(first) !== date(last)) return `from ${date(first)} to ${date(last)}`
  if (time(first) === time(last)) return `at ${time(first)} on ${date(first)}`
  return `between ${time(first)} and ${time(last)} on ${date(first)}`
}

/** `Monday to Friday`, `Monday, Wednesday`. */
export function weekdays(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  const names = sorted.map((day) => DAYS[day - 1] ?? '')
  const running = sorted.every((day, at) => day === (sorted[0] ?? 0) + at)
  return running && names.length > 2 ? `${names[0]} to ${names.at(-1)}` : names.join(', ')
}

/** `08:00`. */
export const ofDay = (minutes: number): string =>
  time({
    year: 0,
    month: 1,
    day: 1,
    hour: Math.floor(minutes / 60),
    minute: minutes % 60,
    second: 0,
  })

/** How often a case number was given for them. */
export function caseWords(accesses: readonly CallAccess[]): string {
  const cases = new Set(accesses.flatMap(({ event }) => event.caseNumber ?? []))
  if (cases.size === 0) return 'no case number given'
  return `${cases.size === 1 ? 'case' : 'cases'} ${[...cases].slice(0, 3).join(', ')}`
}
