import type { Endpoint } from '@/lib/contract/directory-endpoint'
import type { Person } from '@/lib/contract/person'
import type { FocusDirectory, HrLine } from '@/lib/reconcile/model'
import { SeededRandom } from './seeded-random'

export const HEADING = [
  'Emp no',
  'Name',
  'Email',
  'Phone',
  'Mobile',
  'Department',
  'Job title',
  'Status',
  'Start date',
  'End date',
]

const SYLLABLES =
  'ba ber bo car dan del fe gan hal jor ka lin mar mül ne or pet ren sö son ta vin wal zo'.split(
    ' ',
  )
const DEPARTMENTS = 40

export type Sample = { lines: HrLine[]; directory: FocusDirectory }

/**
 * A firm of so many people with two endpoints each, and HR's file of it with everything spelt otherwise: 70 % of the lines have an employee
 * number, 15 % an e-mail at best, 10 % a number at best, 5 % a name with a department alone. Some 5 % of the people are not as HR says.
 */
export function sampleFirm(size: number): Sample {
  const random = new SeededRandom(size)
  const people: Person[] = []
  const endpoints: Endpoint[] = []
  const lines: HrLine[] = []
  for (let at = 0; at < size; at++) {
    const first = word(random, 2)
    const last = word(random, 3)
    const email = `${first}.${last}${at}@firm.example`.normalize('NFD').replace(/\p{M}/gu, '')
    const own = [
      endpointOf(at * 2, at, 'phone', String(447_000_000_000 + at * 97)),
      endpointOf(at * 2 + 1, at, 'phone', String(442_000_000_000 + at * 31)),
    ]
    // As it comes over the wire: the endpoints of a person and those of the list are objects of their own.
    endpoints.push(...own.map((one) => ({ ...one })))
    people.push({
      personId: at + 1,
      type: 'subscriber',
      name: `${first} ${last}`,
      firstName: first,
      lastName: last,
      email,
      department: `Department ${at % DEPARTMENTS}`,
      jobTitle: `Job ${at % 97}`,
      active: true,
      retentionGroupId: 41,
      managerId: null,
      externalRef: `HR-${100_000 + at}`,
      groups: [],
      endpoints: own,
      otherFields: {},
    })
    lines.push({ line: at + 2, cells: hrCells(random, at, first, last, email, own) })
  }
  return { lines, directory: { people, endpoints, users: [], retentionGroups: [] } }
}

function hrCells(
  random: SeededRandom,
  at: number,
  first: string,
  last: string,
  email: string,
  own: Endpoint[],
): string[] {
  const draw = random.next()
  const [phone = '', mobile = ''] = own.map(({ value }) => value ?? '')
  const withPhones = draw < 0.95
  const fault = random.next()
  return [
    draw < 0.7 ? `hr ${100_000 + (fault < 0.01 ? at + 1_000_000 : at)}` : '',
    at % 3 === 0 ? `${last.toUpperCase()}, ${first}` : `${first} ${last.replace('ü', 'ue')}`,
    draw < 0.85 ? email.toUpperCase() : '',
    withPhones ? spelt(phone, at) : '',
    withPhones ? spelt(mobile, at + 1) : '',
    fault > 0.98 ? 'Department of others' : `DEPARTMENT ${at % DEPARTMENTS}`,
    `Job ${at % 97}`,
    fault > 0.96 && fault < 0.98 ? 'Leaver' : 'Active',
    '03/10/2019',
    '',
  ]
}

/** `447897897897` as people write it. */
function spelt(digits: string, at: number): string {
  const national = digits.slice(2)
  const ways = [
    `+44 (0)${national.slice(0, 4)} ${national.slice(4)}`,
    `0${national}`,
    national,
    digits,
  ]
  return ways[at % ways.length] ?? digits
}

function word(random: SeededRandom, syllables: number): string {
  let text = ''
  for (let nth = 0; nth < syllables; nth++) text += random.pick(SYLLABLES)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function endpointOf(at: number, person: number, type: string, value: string): Endpoint {
  return {
    endpointId: at + 1,
    type,
    value,
    personId: person + 1,
    personName: null,
    retentionGroupId: null,
    active: true,
    firstSeenUtc: '2024-01-01T00:00:00.000Z',
    lastSeenUtc: '2026-11-20T09:00:00.000Z',
    otherFields: {},
  }
}
