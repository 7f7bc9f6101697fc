import 'server-only'
import { type Session, subjectHash } from '@/lib/access/session'
import { log } from '@/lib/config/log'
import type { LedgerAction } from './actions'

/** What somebody is about to do. */
export type Intent = {
  action: LedgerAction
  /** The recording it is about; null for a search. */
  object: { recordingId: number } | null
  session: Session
  requestId: string
  /** The network address the request came from, as the server or its proxy states it. */
  origin: string | null
}

/** How it ended. `problem` is a slug, or `aborted` when the reader left. */
export type Outcome = { status: number; bytes?: number; problem?: string }

export type Entry = { conclude(outcome: Outcome): Promise<void> }

export type Ledger = {
  /** Resolves once the intent is durable: only then may anything be asked or shown. Any rejection refuses the call. */
  intend(intent: Intent): Promise<Entry>
  /** Whether it can be written to now; rejects when not. */
  check(): Promise<void>
}

// The durable, provable ledger takes this place; until then the log carries both lines of each access.
const logLines: Ledger = {
  async intend({ action, object, session, requestId }) {
    const line = { ledger: action, ...object, subject: subjectHash(session), requestId }
    log.info(line, 'intent')
    return {
      async conclude(outcome) {
        log.info({ ...line, ...outcome }, 'outcome')
      },
    }
  },
  async check() {},
}

/** The ledger of this console. */
export function ledger(): Ledger {
  return logLines
}
