import type { AccessedCall } from '@/lib/contract/access-event'
import type { Clock } from '@/lib/focus/clock'
import type { Focus } from '@/lib/focus/focus'
import type { Access, AccessQuery, Ledger } from '@/lib/ledger/access-ledger'
import { LONGEST_UNTOLD_MS, recordingsOf } from './causes'
import type { GatherTally } from './gather-tally'
import { callNotedIn } from './join'
import type { DatedAccess } from './match'
import { accessPages } from './read-ledger'
import type { Asked } from './wanted-event'
import { hasFilter, narrow, searchedPages, searchOf, type Wanted } from './which-recordings'

const CHUNK = 100
/** A session lasts no longer: what began earlier asks Focus nothing any more. */
const LONGEST_DEED_MS = 12 * 3_600_000

type FocusCall = Parameters<Focus['searchRecordings']>[1]

/** One recording that is meant, with the ledger's deeds about it; `read` when Focus is asked, too. */
export type Target = { recordingId: number; read: boolean; accesses: Access[] }

/** Deeds about more than one recording: complete only when all of these were read. */
export type Shared = Map<number, { access: Access; rows: DatedAccess[] }>

type TargetParts = {
  focus: Pick<Focus, 'searchRecordings'>
  ledger: Pick<Ledger, 'accesses'>
  clock: Clock
  /** Takes deeds about no recording, where those are meant, too. */
  loose: Access[]
  tally: GatherTally
  setting: { calls: Map<number, AccessedCall> }
  shared: Shared
}

/**
 * The recordings that are meant: those the ledger knows, as it is read, then what the search finds.
 * Throws the problems of both, those of the search when the ledger has told all it knows.
 */
export async function* targetsOf(
  asked: Asked,
  call: FocusCall,
  parts: TargetParts,
): AsyncGenerator<Target> {
  const { focus, ledger, tally, clock, loose } = parts
  const search = searchOf(asked)
  const pages =
    search === null
      ? null
      : searchedPages(focus, search, asked, call, clock, (page) => tally.found(page))
  // Asked at once, so that it is known how many there are; looked at when its turn comes.
  const first = pages?.next()
  first?.catch(() => {})

  const done = new Set<number>()
  const named = async function* (ids: Iterable<number>) {
    const fresh = [...new Set(ids)].filter((id) => !done.has(id))
    for (let at = 0; at < fresh.length; at += CHUNK) {
      const wanted = await narrow(focus, fresh.slice(at, at + CHUNK), asked, call, clock)
      yield* targetsIn(wanted, done, asked, call.signal, parts)
    }
  }
  if (asked.by.kind === 'recording') yield* named([asked.by.recordingId])
  for await (const page of accessPages(ledger, ledgerQuery(asked), call.signal)) {
    if (!hasFilter(asked)) loose.push(...page.filter((access) => recordingsOf(access).length === 0))
    yield* named(page.flatMap(recordingsOf).reverse())
  }
  if (pages !== null && first !== undefined) {
    for (let page = await first; page.done !== true; page = await pages.next())
      yield* targetsIn(page.value, done, asked, call.signal, parts)
  }
  tally.complete()
}

/** What the ledger is asked for about: what says which recordings it knows to be meant. */
function ledgerQuery({ by, from, to }: Asked): AccessQuery {
  const range = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  switch (by.kind) {
    case 'recording':
      return { ...range, recordingIds: [by.recordingId] }
    case 'actor':
      return { ...range, actorKeys: [by.key] }
    case 'subject':
      return { ...range, personIds: [by.personId] }
    case 'all':
      return range
  }
}

async function* targetsIn(
  { ids, calls }: Wanted,
  done: Set<number>,
  asked: Asked,
  signal: AbortSignal,
  { ledger, tally, setting, shared }: TargetParts,
): AsyncGenerator<Target> {
  for (const [id, known] of calls) setting.calls.set(id, known)
  const fresh = ids.filter((id) => !done.has(id))
  for (let at = 0; at < fresh.length; at += CHUNK) {
    const chunk = fresh.slice(at, at + CHUNK)
    const accessesOf = new Map<number, Access[]>(chunk.map((id) => [id, []]))
    for await (const page of accessPages(ledger, around(asked, chunk), signal)) {
      for (const access of page) {
        const about = recordingsOf(access)
        if (about.length > 1 && !shared.has(access.sequence))
          shared.set(access.sequence, { access, rows: [] })
        for (const id of about) accessesOf.get(id)?.push(access)
      }
    }
    for (const [recordingId, accesses] of accessesOf) {
      done.add(recordingId)
      noteCall(recordingId, accesses, setting)
      yield { recordingId, read: asked.focus && tally.choose(), accesses }
    }
  }
}

/** Every deed about these recordings that may stand behind a row in the range that was asked for. */
function around({ from, to }: Asked, recordingIds: number[]): AccessQuery {
  const moved = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString()
  return {
    recordingIds,
    ...(from !== undefined && { from: moved(from, -LONGEST_DEED_MS) }),
    ...(to !== undefined && { to: moved(to, LONGEST_UNTOLD_MS) }),
  }
}

/** Whose call it is, where Focus was not asked or does not know any more: any outcome may have noted it. */
function noteCall(
  recordingId: number,
  accesses: readonly Access[],
  { calls }: TargetParts['setting'],
): void {
  if (calls.has(recordingId)) return
  for (const access of accesses) {
    const noted = callNotedIn(access, recordingId)
    if (noted !== null) calls.set(recordingId, noted)
  }
}
