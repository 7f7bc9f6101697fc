import type { AccessEvent } from '@/lib/contract/access-event'
import type { FindingContext } from '@/lib/contract/finding'

type Person = FindingContext['people'][number]

const person = (personId: number, name: string, more: Partial<Person> = {}): Person => ({
  personId,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@hallam-pryce.example`,
  department: 'Accounts',
  groups: ['Accounts'],
  active: true,
  managerId: null,
  ...more,
})

export const PRIYA = person(1001, 'Priya Shah')
export const RAVI = person(1002, 'Ravi Menon', { managerId: 1001 })
export const JO = person(1003, 'Jo Castellan')
export const ROSA = person(1018, 'Rosa Zielinski', { active: false })
export const LUCA = person(1004, 'Luca Moretti', { groups: ['Trading'], department: 'Trading' })
export const FAIRWEATHER = person(3001, 'M. Fairweather', {
  groups: [],
  department: null,
  active: false,
})

export const CONTEXT: FindingContext = {
  serviceUser: 'svc-focus-api',
  workingHours: {
    days: [1, 2, 3, 4, 5],
    fromMinute: 8 * 60,
    toMinute: 18 * 60,
    timeZone: 'Europe/London',
  },
  people: [PRIYA, RAVI, JO, ROSA, LUCA, FAIRWEATHER],
  reportingLinesKnown: true,
  before: [],
}

export type EventSketch = Partial<AccessEvent> & {
  /** Minutes after 12:00 on Monday 23 Nov 2026, London. */
  minute?: number
  by?: Person
  of?: Person[]
}

let made = 0

/** An access by Jo Castellan to a call of Priya Shah, a view unless told otherwise. */
export function event(sketch: EventSketch = {}): AccessEvent {
  made += 1
  const { minute = 0, by = JO, of = [PRIYA], ...more } = sketch
  const recordingId = more.recordingId === undefined ? 500_000 : more.recordingId
  const call = {
    recordingId: recordingId ?? 0,
    startUtc: '2026-11-20T10:02:00.000Z',
    durationMs: 400_000,
    kind: 'phone',
    direction: 'inbound',
    parties: of.map(({ personId, name }) => ({
      endpointId: personId,
      endpointType: 'phone',
      value: null,
      role: null,
      personId,
      personName: name,
    })),
    tags: [],
    retentionGroupId: null,
  }
  return {
    key: `L${made}`,
    timeUtc: new Date(Date.UTC(2026, 10, 23, 12) + minute * 60_000).toISOString(),
    action: 'view',
    decision: 'allowed',
    rule: null,
    who: {
      kind: 'person',
      key: `key-${by.personId}`,
      name: by.name,
      email: by.email,
      roles: ['qa-reviewer'],
    },
    throughServiceUser: true,
    unexplained: false,
    recordingId,
    call: recordingId === null ? null : call,
    seenIn: 'both',
    heard: [],
    heardMs: 0,
    ended: 'complete',
    status: 200,
    problem: null,
    bytes: null,
    address: null,
    agent: null,
    page: null,
    purpose: null,
    caseNumber: null,
    query: null,
    entries: [made],
    focus: [],
    ...more,
  }
}

export const play = (sketch: EventSketch = {}): AccessEvent =>
  event({ action: 'play', heardMs: 60_000, ...sketch })
