import 'server-only'
import type { AccessEvent, GatherLine } from '@/lib/contract/access-event'
import { type Clock, systemClock } from '@/lib/focus/clock'
import type { Focus } from '@/lib/focus/focus'
import type { Access, Ledger } from '@/lib/ledger/access-ledger'
import { fanOut } from './fan-out'
import { GatherTally } from './gather-tally'
import { eventOfDeed, type JoinSetting, joinAccesses } from './join'
import { LineMaker } from './line-maker'
import type { DatedAccess } from './match'
import { type AuditRead, readFocusAudit } from './read-focus-audit'
import { fromLedger, ledgerBegan } from './read-ledger'
import { type Shared, type Target, targetsOf } from './targets'
import type { Asked } from './wanted-event'

/** As many as the client lets through behind those who wait at a screen. */
const AT_ONCE = 4
/** Something is sent so often also while Focus asks for a pause, so that no proxy takes the answer for dead. */
const TICK_MS = 5_000

type FocusCall = Parameters<Focus['getAccessAudit']>[1]

export type GatherParts = {
  focus: Pick<Focus, 'getAccessAudit' | 'searchRecordings'>
  ledger: Pick<Ledger, 'accesses' | 'state'>
  serviceUser: JoinSetting['serviceUser']
  clock?: Clock
}

type Gathered = { target: Target; audit: AuditRead | null }

/**
 * Who accessed what: the ledger's deeds and, where it is wanted, Focus's audit of each recording that is meant, joined,
 * as they are read. Begins with a progress line; the last is `end`. Counts what Focus refused or failed to tell, and goes on.
 * @throws Problem `ledger-unavailable`, and those of `searchRecordings` when it cannot be found out which recordings are
 * meant: by then all that the ledger knows by itself has been handed over
 */
export async function* gather(
  asked: Asked,
  call: FocusCall,
  parts: GatherParts,
): AsyncGenerator<GatherLine> {
  const { focus, ledger, clock = systemClock } = parts
  const { signal } = call
  const tally = new GatherTally(asked)
  const lines = new LineMaker(asked, tally, clock)
  yield* lines.flush()
  const setting = {
    serviceUser: parts.serviceUser,
    ledgerBeganUtc: await ledgerBegan(ledger),
    calls: new Map(),
  }
  const shared: Shared = new Map()

  // Deeds about no recording, as they are come across.
  const loose: Access[] = []
  const events = function* () {
    yield* lines.add(loose.splice(0).map((access) => eventOfDeed(access, [], setting)))
  }
  const targets = targetsOf(asked, call, { ...parts, clock, tally, setting, shared, loose })
  const work = async (target: Target): Promise<Gathered> => ({
    target,
    audit: target.read ? await readFocusAudit(focus, target.recordingId, call, clock) : null,
  })
  let failure: { reason: unknown } | null = null
  try {
    for await (const list of fanOut(targets, AT_ONCE, work, clock, TICK_MS)) {
      yield* events()
      if (list.length === 0) yield* lines.flush()
      for (const gathered of list)
        yield* lines.add(eventsOf(gathered, setting, shared, tally), gathered.target.read)
    }
  } catch (reason) {
    failure = { reason }
  }
  signal.throwIfAborted()
  const late = [...shared.values()].map(({ access, rows }) => eventOfDeed(access, rows, setting))
  yield* events()
  yield* lines.add(late)
  yield* lines.flush()
  if (failure !== null) throw failure.reason
  yield { type: 'end', progress: tally.progress(), ledger: await fromLedger(ledger.state()) }
}

/** The events of one recording. Rows of deeds about several are put with those, for later. */
function eventsOf(
  { target, audit }: Gathered,
  setting: JoinSetting,
  shared: Shared,
  tally: GatherTally,
): AccessEvent[] {
  if (audit !== null) tally.read(audit)
  const rows = audit?.state === 'read' ? audit.rows : []
  const dated = rows.filter((row): row is DatedAccess => row.timeUtc !== null)
  tally.undated(rows.length - dated.length)
  return joinAccesses(target.accesses, dated, setting).filter((event) => {
    const whole = shared.get(event.entries[0] ?? -1)
    // Every row here has a time.
    whole?.rows.push(...(event.focus as DatedAccess[]))
    return whole === undefined
  })
}
