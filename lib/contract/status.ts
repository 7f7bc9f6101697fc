import { z } from 'zod'
import { InstantUtc } from './recording'

/** One of the fifteen Focus calls, with what has been seen of it since this server started. */
export const CallStatus = z.object({
  name: z.string(),
  method: z.string(),
  path: z.string(),
  /** The Focus right it needs; null for the token exchange. */
  right: z.string().nullable(),
  /** `granted` once it answered, `missing` after a 403, `unknown` before either. */
  rightState: z.enum(['granted', 'missing', 'unknown']),
  calls: z.int().nonnegative(),
  failures: z.int().nonnegative(),
  /** Replies and rows that could not be read as the contract has them: Focus has drifted from it. */
  unreadable: z.int().nonnegative(),
  lastStatus: z.int().nullable(),
  lastCallUtc: InstantUtc.nullable(),
  medianMs: z.number().nonnegative().nullable(),
})
export type CallStatus = z.infer<typeof CallStatus>

export const Status = z.object({
  tenant: z.object({
    kind: z.enum(['sandbox', 'focus']),
    /** `Sandbox tenant`, or the region. */
    label: z.string(),
    host: z.string(),
    clientId: z.number(),
    serviceUser: z.string(),
  }),
  token: z.object({
    state: z.enum(['none', 'valid', 'refused']),
    obtainedUtc: InstantUtc.nullable(),
    expiresUtc: InstantUtc.nullable(),
    /** Age of the token when this was answered. */
    ageMs: z.number().nonnegative().nullable(),
  }),
  upstream: z.object({
    /** `closed` is healthy; `open` fails at once; `half-open` tries one call. */
    circuit: z.enum(['closed', 'open', 'half-open']),
    reopensUtc: InstantUtc.nullable(),
    /** Everyone waits until then because Focus said so (`Retry-After`). */
    pausedUntilUtc: InstantUtc.nullable(),
    inFlight: z.int().nonnegative(),
    queued: z.int().nonnegative(),
  }),
  calls: z.array(CallStatus),
  server: z.object({ version: z.string(), startedUtc: InstantUtc }),
})
export type Status = z.infer<typeof Status>

/** `GET /api/healthz`: the process answers. Asks nothing of anyone. */
export const Health = z.object({ status: z.literal('ok') })
/** `GET /api/readyz`: configuration read, store open, ledger writable. Focus being away does not make it unready. */
export const Readiness = z.object({
  status: z.literal('ready'),
  checks: z.record(z.string(), z.literal('ok')),
})
