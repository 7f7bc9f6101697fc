import type { Status } from '@/lib/contract/status'
import type { FocusClient } from './client'
import { type Clock, toInstant } from './clock'

/** Whom the console speaks to, and as whom. */
export type FocusTenant = {
  baseUrl: string
  label: string
  sandbox: boolean
  clientId: number
  username: string
}

const instantOrNull = (ms: number | null) => (ms === null ? null : toInstant(ms))

/** What is known of Focus without asking it. */
export function statusOf(
  client: FocusClient,
  tenant: FocusTenant,
  clock: Clock,
): Omit<Status, 'server'> {
  const { state, obtainedAt, expiresAt } = client.tokens.state()
  const lanes = Object.values(client.lanes)
  return {
    tenant: {
      kind: tenant.sandbox ? 'sandbox' : 'focus',
      label: tenant.label,
      host: new URL(tenant.baseUrl).host,
      clientId: tenant.clientId,
      serviceUser: tenant.username,
    },
    token: {
      state,
      obtainedUtc: instantOrNull(obtainedAt),
      expiresUtc: instantOrNull(expiresAt),
      ageMs: obtainedAt === null ? null : Math.max(0, clock.now() - obtainedAt),
    },
    upstream: {
      circuit: client.circuit.state,
      reopensUtc: instantOrNull(client.circuit.reopensAt),
      pausedUntilUtc: instantOrNull(client.pause.until),
      inFlight: lanes.reduce((sum, lane) => sum + lane.inFlight, 0),
      queued: lanes.reduce((sum, lane) => sum + lane.queued, 0),
    },
    calls: client.record.statuses(),
  }
}
