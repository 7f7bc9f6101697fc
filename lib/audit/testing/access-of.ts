import type { LedgerAction } from '@/lib/contract/ledger'
import type { Access, Outcome, UpstreamCall } from '@/lib/ledger/access-ledger'
import type { DatedAccess } from '../match'

/** 23 Nov 2026, 14:00:00, and so many milliseconds. */
export const at = (ms: number) => new Date(Date.UTC(2026, 10, 23, 14) + ms).toISOString()

export const SERVICE = 'focus.console@sandbox.example'

export type AccessSketch = {
  sequence: number
  ms: number
  action?: LedgerAction
  recordingIds?: number[]
  actor?: string | null
  allowed?: boolean
  state?: Access['state']
  endedMs?: number
  outcome?: Partial<Outcome> | null
  upstream?: Partial<UpstreamCall>[]
}

/** A deed as the ledger gives it, a view of recording 500000 by Ravi Menon unless told otherwise. */
export function accessOf(sketch: AccessSketch): Access {
  const { sequence, ms, action = 'view', recordingIds = [500_000], actor = 'Ravi Menon' } = sketch
  const { allowed = true, state = 'closed', endedMs = ms + 200, outcome, upstream } = sketch
  return {
    sequence,
    entries: state === 'closed' && allowed ? [sequence, sequence + 1] : [sequence],
    timeUtc: at(ms),
    endedUtc: state === 'open' ? null : at(endedMs),
    state,
    deed: {
      action,
      object: {
        kind: recordingIds.length === 1 ? 'recording' : 'recordings',
        ids: recordingIds.map(String),
      },
      actor:
        actor === null
          ? null
          : {
              issuer: 'sandbox',
              subject: actor,
              name: actor,
              email: `${actor.toLowerCase().replace(' ', '.')}@hallam-pryce.example`,
              roles: ['qa-reviewer'],
            },
      actorKey: actor === null ? null : `key-${actor}`,
      sessionHash: null,
      purpose: null,
      allowed,
      rule: 'permission:recordings.read',
      origin: { address: '10.4.18.22', agent: 'Chrome', page: '/recordings' },
      requestId: `request-${sequence}`,
    },
    outcome:
      outcome === null || state !== 'closed'
        ? null
        : { status: 200, upstream: (upstream ?? []).map(callOf), ...outcome },
  }
}

const callOf = (call: Partial<UpstreamCall>): UpstreamCall => ({
  call: 'getRecording',
  status: 200,
  attempts: 1,
  startedUtc: at(0),
  durationMs: 100,
  recordingId: 500_000,
  ...call,
})

/** A row of Focus's audit, a view of recording 500000 by the service user unless told otherwise. */
export const rowOf = (id: number, ms: number, more: Partial<DatedAccess> = {}): DatedAccess => ({
  id,
  recordingId: 500_000,
  timeUtc: at(ms),
  username: SERVICE,
  userId: 7103,
  action: 'view',
  address: null,
  detail: null,
  ...more,
})

export const SETTING = {
  serviceUser: { username: SERVICE, userId: 7103 },
  ledgerBeganUtc: at(-86_400_000),
  calls: new Map(),
}
