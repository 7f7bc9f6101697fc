import type { Session } from '@/lib/access/session'
import { config } from '@/lib/config/config'
import type { AccessReason } from '@/lib/contract/access-reason'
import { API, type ApiName } from '@/lib/contract/api'
import type { ApiEndpoint } from '@/lib/contract/endpoint'
import type { Actor, Deed, LedgerObject } from '@/lib/ledger/access-ledger'
import { ACTION_OF } from '@/lib/ledger/actions'
import type { ListeningKey } from '@/lib/ledger/listenings'
import { OBJECT_OF, type RecordedName } from '@/lib/ledger/objects'
import { originOf } from './origin'
import type { Input } from './read-input'

/** One request of somebody signed in, as far as the gate knows it. */
export type Asking = {
  name: ApiName
  request: Request
  session: Session
  requestId: string
  /** Null when it could not be read. */
  input: Input<ApiEndpoint> | null
  reason: AccessReason | null
}

export const isRecorded = (name: ApiName): name is RecordedName => ACTION_OF[name] !== null

export function actorOf({ issuer, subject, name, email, roles }: Session): Actor {
  return { issuer, subject, name, email, roles }
}

/** What the ledger is told of a request; null for a call that is not written down. */
export function deedOf(asking: Asking, refusedBy: string | null = null): Deed | null {
  const { name, request, session, requestId, reason } = asking
  if (!isRecorded(name)) return null
  return {
    action: ACTION_OF[name],
    object: objectOf(name, asking.input),
    actor: actorOf(session),
    sessionId: session.sessionId,
    purpose: reason,
    allowed: refusedBy === null,
    rule: refusedBy ?? `permission:${API[name].permission}`,
    origin: originOf(request.headers, config().auth.origin),
    requestId,
  }
}

/** The one recording a request is about; null when it is about none or many. */
export function recordingOf(name: ApiName, input: Input<ApiEndpoint>): number | null {
  if (!isRecorded(name)) return null
  const { kind, ids } = objectOf(name, input)
  return kind === 'recording' && ids.length === 1 ? Number(ids[0]) : null
}

/** The press of Play that a request for media belongs to, where it says so. */
export function listeningIn(
  input: Input<ApiEndpoint> | null,
  { sessionId }: Session,
): ListeningKey | null {
  const { listening } = (input?.query ?? {}) as { listening?: string } // read by the schema of media, its only caller
  const { id } = (input?.params ?? {}) as { id?: number } // the same
  if (listening === undefined || id === undefined) return null
  return { listening, sessionId, recordingId: id }
}

/** Of what could not be read, the kind alone. */
function objectOf(name: RecordedName, input: Input<ApiEndpoint> | null): LedgerObject {
  // each row takes what the schemas of its own name read, and they read this
  const row = OBJECT_OF[name] as (asked: unknown) => LedgerObject
  if (input !== null) return row(input)
  return { kind: KIND_UNREAD[name] ?? 'recording', ids: [] }
}

const KIND_UNREAD: Partial<Record<RecordedName, LedgerObject['kind']>> = {
  searchRecordings: 'recordings',
  explainSearch: 'recordings',
  beginExport: 'recordings',
  gatherAudit: 'audit',
  getFindingContext: 'audit',
  dismissFinding: 'finding',
  getLedgerEntry: 'ledger',
  makeEvidence: 'evidence',
  downloadEvidence: 'evidence',
  forecastRetention: 'retention',
  getPeopleNames: 'people',
  searchPeople: 'people',
  getPerson: 'people',
  getPersonActivity: 'people',
  searchEndpoints: 'endpoints',
  lookUpEndpoints: 'endpoints',
  searchUsers: 'users',
  explainDirectory: 'people',
}
