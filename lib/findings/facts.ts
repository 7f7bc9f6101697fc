import type { AccessEvent } from '@/lib/contract/access-event'
import type { FindingContext } from '@/lib/contract/finding'
import { type WallClock, wallClock } from '@/lib/format/instant'

export type Person = FindingContext['people'][number]

/** Somebody who accessed calls, here or in Focus itself. */
export type Reader = {
  key: string
  name: string
  /** The same one as a party of calls; null when no address says so. */
  person: Person | null
  /** What was usual before the range; null when nothing is known. */
  before: FindingContext['before'][number] | null
}

/** An access to the content of one recording, with who is who. */
export type CallAccess = {
  event: AccessEvent
  atMs: number
  reader: Reader
  recordingId: number
  /** Parties of the call that the directory knows. */
  parties: Person[]
}

/** Everything the rules look at, worked out once. */
export type Facts = {
  context: FindingContext
  /** In time order. */
  events: readonly AccessEvent[]
  /** Allowed accesses to calls, by somebody known, in time order. */
  accesses: readonly CallAccess[]
  personById: ReadonlyMap<number, Person>
  /** On the clock of the working hours. */
  clockAt: (utc: string) => WallClock
}

/** What is about a recording without showing anything of it. */
const NO_CONTENT = new Set(['audit-read', 'finding-dismiss', 'export', 'search'])

export function factsOf(events: readonly AccessEvent[], context: FindingContext): Facts {
  const inOrder = events
    .map((event) => ({ event, atMs: Date.parse(event.timeUtc) }))
    .sort((a, b) => a.atMs - b.atMs || (a.event.key < b.event.key ? -1 : 1))
  const personById = new Map(context.people.map((person) => [person.personId, person]))
  const readerOf = readers(context)
  const accesses = inOrder.flatMap(({ event, atMs }): CallAccess[] => {
    const { recordingId, decision, action, ended } = event
    const reader = readerOf(event)
    if (recordingId === null || reader === null || decision === 'refused') return []
    if (NO_CONTENT.has(action) || ended === 'failed') return []
    const parties = new Set(
      (event.call?.parties ?? []).flatMap(({ personId }) => {
        const person = personId === null ? undefined : personById.get(personId)
        return person ?? []
      }),
    )
    return [{ event, atMs, reader, recordingId, parties: [...parties] }]
  })
  return {
    context,
    events: inOrder.map(({ event }) => event),
    accesses,
    personById,
    clockAt: clockOf(context),
  }
}

function readers({ people, before }: FindingContext): (event: AccessEvent) => Reader | null {
  const byEmail = new Map(
    people.flatMap((person) =>
      person.email === null ? [] : [[person.email.toLowerCase(), person] as const],
    ),
  )
  const usual = new Map(before.map((one) => [one.key, one]))
  const known = new Map<string, Reader>()
  return ({ who }) => {
    if (who.kind === 'nobody') return null
    const key = who.kind === 'person' ? who.key : `focus:${who.username.toLowerCase()}`
    const found = known.get(key)
    if (found !== undefined) return found
    const address = who.kind === 'person' ? who.email : who.username
    const person = byEmail.get(address?.toLowerCase() ?? '') ?? null
    const name = who.kind === 'person' ? who.name : (person?.name ?? who.username)
    const reader = { key, name, person, before: usual.get(key) ?? null }
    known.set(key, reader)
    return reader
  }
}

const QUARTER_MS = 900_000

/** No zone moves its clocks within a quarter of an hour: one reading serves them all but for minutes and seconds. */
function clockOf({ workingHours }: FindingContext): (utc: string) => WallClock {
  const read = new Map<number, WallClock>()
  return (utc) => {
    const atMs = Date.parse(utc)
    const quarter = Math.floor(atMs / QUARTER_MS) * QUARTER_MS
    const known = read.get(quarter)
    const start =
      known ??
      wallClock(new Date(quarter).toISOString(), 'local', workingHours.timeZone) ??
      ({ year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 } satisfies WallClock)
    if (known === undefined) read.set(quarter, start)
    const seconds = Math.floor((atMs - quarter) / 1000)
    return {
      ...start,
      minute: start.minute + Math.floor(seconds / 60),
      second: seconds % 60,
    }
  }
}

/** The groups a person counts to; the department where a tenant has no groups. */
export function groupsOf({ groups, department }: Person): readonly string[] {
  if (groups.length > 0) return groups
  return department === null ? [] : [department]
}
