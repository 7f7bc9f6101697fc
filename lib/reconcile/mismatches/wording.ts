import type { Endpoint } from '@/lib/contract/directory-endpoint'
import type { Person } from '@/lib/contract/person'
import type { User } from '@/lib/contract/user'
import type { HrRow } from '../model'
import { phoneWriter } from '../normal/phone'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
/** Remembers how numbers are grouped, which is the same for every run. */
const writePhone = phoneWriter()

/** HR's name for somebody, or what stands for it. */
export function rowTitle(row: HrRow): string {
  return (
    row.name ??
    row.emails[0] ??
    row.phones[0] ??
    (row.employeeNumber === null ? `Line ${row.line}` : `Employee ${row.employeeNumber}`)
  )
}

export function personTitle(person: Person): string {
  return person.name
}

export function userTitle(user: User): string {
  return user.name ?? user.username ?? user.email ?? `User ${user.userId}`
}

/** As people read it: `+44 7897 897897`, `s.renard@x.example`. */
export function endpointText(endpoint: Endpoint): string {
  if (endpoint.value === null) return `endpoint ${endpoint.endpointId}`
  return endpoint.type?.toLowerCase() === 'phone' ? writePhone(endpoint.value) : endpoint.value
}

/** `3 Oct 2026` for an ISO date. */
export function dayText(isoDate: string): string {
  const [year, month, day] = isoDate.slice(0, 10).split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`
}

/** `A, B and C`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** Lines of the file, in words: `line 7`, `lines 7 and 9`. */
export function linesText(lines: readonly number[]): string {
  return `${lines.length === 1 ? 'line' : 'lines'} ${listed(lines.map(String))}`
}

/** What HR says of somebody's employment. */
export function employmentText({ employment, startDate, endDate }: HrRow): string {
  if (employment === 'left') return endDate === null ? 'Left' : `Left on ${dayText(endDate)}`
  if (employment === 'not-yet')
    return startDate === null ? 'Has not started yet' : `Starts on ${dayText(startDate)}`
  const since = startDate === null ? '' : ` since ${dayText(startDate)}`
  const until = endDate === null ? '' : `, until ${dayText(endDate)}`
  return employment === 'employed' ? `Employed${since}${until}` : 'Not said'
}

/** Whether Focus has somebody or something in use. */
export function activeText(active: boolean | null): string {
  if (active === null) return 'Not said'
  return active ? 'Active' : 'Inactive'
}
