import type { AccessEvent, AccessedCall, Accessor, FocusAccess } from '@/lib/contract/access-event'
import type { Access } from '@/lib/ledger/access-ledger'
import { causesOf, recordingsOf } from './causes'
import { CLOCK_SKEW_MS, type DatedAccess, matchRows } from './match'

/** What the join must know beside the two sides. */
export type JoinSetting = {
  /** Focus's own name for the service user, and its number where Focus told it. */
  serviceUser: { username: string; userId: number | null }
  /** When the ledger's first entry was written; null while it has none. Nothing older is anybody's fault. */
  ledgerBeganUtc: string | null
  /** What is known of the recordings, by id. */
  calls: ReadonlyMap<number, AccessedCall>
}

/**
 * The ledger's deeds and Focus's rows of the same recordings as one list in time order. Each deed is one event and
 * each row stands in exactly one: in the event of the deed it is the trace of, else in one of its own. A row of the
 * service user without a deed is `unexplained`, unless it is older than the ledger.
 */
export function joinAccesses(
  accesses: readonly Access[],
  rows: readonly DatedAccess[],
  setting: JoinSetting,
): AccessEvent[] {
  const traces = tracesOf(accesses, rows, setting)
  const explained = new Set([...traces.values()].flat())
  const events = [
    ...accesses.map((access) => eventOfDeed(access, traces.get(access.sequence) ?? [], setting)),
    ...eventsOfRows(
      rows.filter((row) => !explained.has(row)),
      setting,
    ),
  ]
  return inTimeOrder(events)
}

/** The rows that each deed left in Focus's audit, by the deed's sequence, in time order. */
export function tracesOf(
  accesses: readonly Access[],
  rows: readonly DatedAccess[],
  setting: JoinSetting,
): Map<number, DatedAccess[]> {
  const ours = rows.filter((row) => isByServiceUser(row, setting))
  const traces = new Map<number, DatedAccess[]>()
  for (const [row, { sequence }] of matchRows(ours, accesses.flatMap(causesOf)))
    traces.set(sequence, [...(traces.get(sequence) ?? []), row])
  for (const own of traces.values())
    own.sort((a, b) => compare(a.timeUtc, b.timeUtc) || a.id - b.id)
  return traces
}

/** Oldest first; what happened at the same instant in the order of the ledger, then of Focus. */
export function inTimeOrder(events: AccessEvent[]): AccessEvent[] {
  const place = (event: AccessEvent) => event.entries[0] ?? Number.POSITIVE_INFINITY
  return events.sort(
    (a, b) =>
      compare(a.timeUtc, b.timeUtc) ||
      (place(a) === place(b) ? 0 : place(a) - place(b)) ||
      (a.focus[0]?.id ?? 0) - (b.focus[0]?.id ?? 0) ||
      compare(a.key, b.key),
  )
}

/** One deed of the ledger with the rows it left. */
export function eventOfDeed(
  access: Access,
  traces: readonly FocusAccess[],
  setting: JoinSetting,
): AccessEvent {
  const { deed, outcome } = access
  const named = recordingsOf(access)
  const recordingId = (named.length === 1 ? named[0] : undefined) ?? null
  const heard = outcome?.heard ?? []
  return {
    key: `L${access.sequence}`,
    timeUtc: access.timeUtc,
    action: deed.action,
    decision: deed.allowed ? 'allowed' : 'refused',
    rule: deed.rule,
    who: accessorOf(access),
    throughServiceUser: traces.length > 0,
    unexplained: false,
    recordingId,
    call: recordingId === null ? null : callOf(recordingId, access, setting),
    seenIn: traces.length > 0 ? 'both' : 'ledger',
    heard,
    heardMs: heard.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0),
    ended: endedOf(access),
    // Of a deed without a known end only what was heard is told.
    status: access.state === 'closed' ? (outcome?.status ?? null) : null,
    problem: access.state === 'closed' ? (outcome?.problem ?? null) : null,
    bytes: outcome?.bytes ?? null,
    address: deed.origin.address,
    agent: deed.origin.agent,
    page: deed.origin.page,
    purpose: deed.purpose?.purpose ?? null,
    caseNumber: deed.purpose?.caseNumber ?? null,
    query: deed.object.query ?? null,
    entries: [...access.entries].sort((a, b) => a - b),
    focus: [...traces],
  }
}

/** Rows that no deed explains, an event each; Focus giving a number twice makes two events all the same. */
function eventsOfRows(rows: readonly DatedAccess[], setting: JoinSetting): AccessEvent[] {
  const given = new Map<string, number>()
  return rows.map((row) => {
    const name = `F${row.recordingId}-${row.id}`
    const nth = (given.get(name) ?? 0) + 1
    given.set(name, nth)
    return eventOfRow(row, nth === 1 ? name : `${name}-${nth}`, setting)
  })
}

function eventOfRow(row: DatedAccess, key: string, setting: JoinSetting): AccessEvent {
  const own = isByServiceUser(row, setting)
  return {
    key,
    timeUtc: row.timeUtc,
    action: row.action ?? 'unknown',
    decision: 'allowed',
    rule: null,
    who:
      own || row.username === null
        ? { kind: 'nobody', username: row.username }
        : { kind: 'focus-user', username: row.username },
    throughServiceUser: own,
    unexplained: own && !isOlderThanLedger(row, setting),
    recordingId: row.recordingId,
    call: setting.calls.get(row.recordingId) ?? null,
    seenIn: 'focus',
    heard: [],
    heardMs: 0,
    ended: null,
    status: null,
    problem: null,
    bytes: null,
    address: row.address,
    agent: null,
    page: null,
    purpose: null,
    caseNumber: null,
    query: null,
    entries: [],
    focus: [row],
  }
}

function isByServiceUser(row: FocusAccess, { serviceUser }: JoinSetting): boolean {
  if (row.username !== null) return fold(row.username) === fold(serviceUser.username)
  return row.userId !== null && row.userId === serviceUser.userId
}

const fold = (name: string) => name.trim().toLowerCase()

function isOlderThanLedger(row: DatedAccess, { ledgerBeganUtc }: JoinSetting): boolean {
  if (ledgerBeganUtc === null) return true
  return Date.parse(row.timeUtc) < Date.parse(ledgerBeganUtc) - CLOCK_SKEW_MS
}

function accessorOf({ deed }: Access): Accessor {
  const { actor, actorKey } = deed
  if (actor === null && actorKey === null) return { kind: 'nobody', username: null }
  return {
    kind: 'person',
    key: actorKey ?? '',
    name: actor?.name || 'Name erased',
    email: actor?.email ?? null,
    roles: actor?.roles ?? [],
  }
}

function endedOf({ state, deed, outcome }: Access): AccessEvent['ended'] {
  if (state !== 'closed') return state
  if (!deed.allowed) return null
  if (outcome?.problem === undefined) return 'complete'
  return outcome.problem === 'aborted' ? 'aborted' : 'failed'
}

function callOf(recordingId: number, access: Access, setting: JoinSetting): AccessedCall | null {
  return setting.calls.get(recordingId) ?? callNotedIn(access, recordingId)
}

/** What the outcome of a deed noted of a recording. */
export function callNotedIn({ outcome }: Access, recordingId: number): AccessedCall | null {
  const noted = outcome?.whose?.find((whose) => whose.recordingId === recordingId)
  if (noted === undefined) return null
  const { parties, direction, startUtc, durationMs, retentionGroupId } = noted
  return {
    recordingId,
    startUtc,
    durationMs,
    kind: null,
    direction,
    parties,
    tags: [],
    retentionGroupId,
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
