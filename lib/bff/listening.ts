import 'server-only'
import { log } from '@/lib/config/log'
import type { HeardReport } from '@/lib/contract/listening'
import { Listenings } from '@/lib/ledger/listenings'
import { Problem } from '@/lib/problem/problem'
import { durably } from './durably'

const KEY = Symbol.for('focus-console.listenings')
// Routes may be bundled apart: the process, not the module, holds the one set of listenings.
const shared = globalThis as { [KEY]?: Listenings } // only this file writes under the symbol

/** The process's listenings. */
export function listenings(): Listenings {
  shared[KEY] ??= new Listenings((err) =>
    log.error({ err }, 'what was heard could not be recorded'),
  )
  return shared[KEY]
}

type Report = {
  params: { id: number }
  body: HeardReport
  session: { sessionId: string }
}

/**
 * Takes a report of what was heard.
 * @throws Problem `not-found` when this session plays no such listening of this recording; `ledger-unavailable`
 */
export async function reportHeard(
  { params, body, session }: Report,
  all: Listenings = listenings(),
): Promise<{ heardMs: number }> {
  const { listening, heard, ended } = body
  const key = { listening, sessionId: session.sessionId, recordingId: params.id }
  const heardMs = await durably(() => all.report(key, heard, ended))
  if (heardMs !== null) return { heardMs }
  throw new Problem('not-found', 'This session is not playing that.')
}
