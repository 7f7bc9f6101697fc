import 'server-only'
import { randomUUID } from 'node:crypto'
import { readSession, renewal, type Session } from '@/lib/access/session'
import { config } from '@/lib/config/config'
import { log } from '@/lib/config/log'
import type { AccessReason } from '@/lib/contract/access-reason'
import { API, type ApiName } from '@/lib/contract/api'
import type { ApiEndpoint } from '@/lib/contract/endpoint'
import type { Actor, Entry, Ledger, Outcome, UpstreamCall } from '@/lib/ledger/access-ledger'
import { ledger } from '@/lib/ledger/ledger'
import type { Listenings } from '@/lib/ledger/listenings'
import { whoseCalls } from '@/lib/ledger/whose-calls'
import { Problem } from '@/lib/problem/problem'
import { CLIENT_LEFT, gateHeaders, problemAnswer, toProblem } from './answer'
import { refuseCrossSite } from './cross-site'
import { type Asking, actorOf, deedOf, isRecorded, listeningIn, recordingOf } from './deed'
import { durably } from './durably'
import { listenings } from './listening'
import { serving } from './open-requests'
import { type Input, type RouteParams, readInput } from './read-input'
import { reasonIn, reasonRequired, roleDemandsReason } from './reasons'
import { RequestRecord } from './request-record'

/** What the gate leans on; a test gives it others. */
export type GateParts = {
  log: Pick<typeof log, 'info' | 'warn' | 'error'>
  ledger: () => Ledger
  listenings: () => Listenings
  nowMs: () => number
}

const OWN_PARTS: GateParts = { log, ledger, listenings, nowMs: Date.now }

/**
 * Told of a permitted request before it is written down, so that what it will need is kept meanwhile. It must show
 * nothing and ask nothing of Focus. What it returns is called once the answer stands or the request has failed.
 */
export type Arriving<E extends ApiEndpoint> = (input: Input<E>) => () => void

/** Who asks: nobody is known on a public call, somebody certainly is on any other. */
export type Asker<E extends ApiEndpoint> = E['permission'] extends 'public' ? null : Session

/** What a handler is given. It can be passed on as a call of Focus as it stands: `signal`, `requestId` and `observe` are. */
export type GateInput<E extends ApiEndpoint> = Input<E> & {
  session: Asker<E>
  /** The same as the ledger names an actor; null on a public call. */
  actor: Actor | null
  /** Aborted when the reader leaves. */
  signal: AbortSignal
  requestId: string
  request: Request
  /** The intent of this request; null for a call that is not written down. */
  entry: Entry | null
  /** Why, where the request says so. */
  reason: AccessReason | null
  /** Adds to the outcome; may be called often, lists grow. */
  note: (outcome: Partial<Outcome>) => void
  /** Adds one call that was made of Focus to the outcome. */
  observe: (call: UpstreamCall) => void
  /** The work goes on after the answer: whoever does it concludes `entry`. A handler that fails is concluded all the same. */
  keepEntry: () => void
}

export type RouteHandler = (
  request: Request,
  context: { params: Promise<RouteParams> },
) => Promise<Response>

/** Polls that go on while nobody sits there: they do not prolong a session. */
const BACKGROUND: readonly ApiName[] = ['getStatus', 'getPeaks', 'getHealth', 'getReadiness']

const made = new WeakSet<RouteHandler>()

/** Whether a route's handler was made by the gate. */
export const isGateMade = (handler: unknown): boolean => made.has(handler as RouteHandler) // a WeakSet takes any question

/**
 * A route handler: cross-site check, session, permission, request schema, ledger, then `respond`. The only
 * try/catch on the request path: whatever fails becomes a problem, one log line and the ledger's outcome.
 */
export function throughGate<E extends ApiEndpoint>(
  endpoint: E,
  respond: (input: GateInput<E>, record: RequestRecord) => Promise<Response>,
  parts: GateParts = OWN_PARTS,
  arriving?: Arriving<E>,
): RouteHandler {
  const name = nameOf(endpoint)
  const handler: RouteHandler = async (request, context) => {
    const requestId = randomUUID()
    const record = new RequestRecord(endpoint, requestId, parts)
    let arrived = () => {}
    try {
      if (request.method !== endpoint.method)
        throw new Problem('invalid-request', `This address takes ${endpoint.method}.`)
      refuseCrossSite(request, endpoint, config().auth.origin)
      const session = await whoAsks(endpoint, request, parts.nowMs())
      record.session = session
      // Next.js gives a route without parameters none to wait for.
      const read = async () => readInput(request, endpoint, await context.params)
      if (session !== null) await demandPermission(name, session, request, requestId, read, parts)
      const input = await read()
      if (arriving !== undefined) arrived = arriving(input)
      let reason: AccessReason | null = null
      if (session !== null) {
        const asking = { name, request, session, requestId, input, reason }
        reason = await demandRoleReason(asking, input, parts)
        record.entry = await intend({ ...asking, reason }, parts)
        record.recordingId = recordingOf(name, input)
      }
      const { signal } = request
      const { entry, note, observe, keepEntry } = record
      const own = { signal, requestId, request, entry, reason, note, observe, keepEntry }
      const actor = session === null ? null : actorOf(session)
      // whoAsks answers null on public calls alone
      const asker = session as Asker<E>
      const response = await respond({ ...input, ...own, session: asker, actor }, record)
      if (session !== null && !BACKGROUND.includes(name)) {
        const cookie = await renewal(request, parts.nowMs())
        if (cookie !== null) response.headers.append('Set-Cookie', cookie)
      }
      if (!record.streaming) await record.end(response.status)
      return response
    } catch (cause) {
      if (request.signal.aborted) {
        await record.end(CLIENT_LEFT, 'aborted')
        return new Response(null, { status: CLIENT_LEFT, headers: gateHeaders(requestId) })
      }
      const problem = toProblem(cause)
      await record.end(problem.status, problem.slug, problem === cause ? problem.cause : cause)
      return problemAnswer(problem, requestId)
    } finally {
      arrived()
    }
  }
  made.add(handler)
  return handler
}

function nameOf(endpoint: ApiEndpoint): ApiName {
  const found = Object.entries(API).find(([, row]) => row === endpoint)
  if (found === undefined) throw new Error(`${endpoint.path} is not in the table of calls`)
  return found[0] as ApiName // a key of that very table
}

async function whoAsks(
  endpoint: ApiEndpoint,
  request: Request,
  nowMs: number,
): Promise<Session | null> {
  if (endpoint.permission === 'public') return null
  // What is asked now could not be written down any more.
  if (serving().stopping)
    throw new Problem('ledger-unavailable', 'This console is being restarted.')
  const session = await durably(() => readSession(request, nowMs))
  if (session !== null) return session
  throw new Problem('signed-out', 'Your session has ended, or none was begun.')
}

/** Between two proofs that the ledger can be written, each of which writes: a reader who drags along a waveform asks often. */
const PROOF_MS = 5_000
let provedMs = Number.NEGATIVE_INFINITY

async function recentlyWritable({ ledger, nowMs }: GateParts): Promise<void> {
  if (nowMs() - provedMs < PROOF_MS) return
  await ledger().check()
  provedMs = nowMs()
}

/** @throws Problem `forbidden`, once the refusal is written down */
async function demandPermission(
  name: ApiName,
  session: Session,
  request: Request,
  requestId: string,
  read: () => Promise<Input<ApiEndpoint>>,
  parts: GateParts,
): Promise<void> {
  const { permission } = API[name]
  if (permission === 'public' || permission === 'signed-in') return
  if (session.permissions.includes(permission)) return
  if (isRecorded(name)) {
    // What was tried, where the request can be read at all.
    const input = await read().catch(() => null)
    const asking = { name, request, session, requestId, input, reason: null }
    await refuse(asking, `permission:${permission}`, 403, parts)
  }
  throw new Problem('forbidden', 'None of your roles allows this.', { missing: permission })
}

/**
 * Why somebody asks, as the request has it.
 * @throws Problem `reason-required` where their roles demand one and there is none, once that is written down
 */
async function demandRoleReason(
  asking: Asking,
  input: Input<ApiEndpoint>,
  parts: GateParts,
): Promise<AccessReason | null> {
  const { name, session } = asking
  const reason = await durably(() => reasonIn(name, input, session))
  const missing = reason === null && roleDemandsReason(name, input, session)
  if (reason !== 'unknown' && !missing) return reason
  await refuse(asking, 'reason-required', 428, parts)
  throw reasonRequired()
}

/** Writes down that something was refused, in one entry. */
async function refuse(
  asking: Asking,
  rule: string,
  status: number,
  parts: GateParts,
): Promise<void> {
  const deed = deedOf(asking, rule)
  if (deed === null) return
  const id = asking.input === null ? null : recordingOf(asking.name, asking.input)
  const seen = id === null ? null : whoseCalls().find(id)
  const outcome = { status, ...(seen !== null && { whose: [seen.whose] }) }
  await durably(() => parts.ledger().record(deed, outcome))
}

async function intend(asking: Asking, parts: GateParts): Promise<Entry | null> {
  const deed = deedOf(asking)
  if (deed === null) return null
  const { name, input, session } = asking
  const write = () => parts.ledger().intend(deed)
  const key = name === 'getAudio' ? listeningIn(input, session) : null
  if (key === null) return durably(write)
  return durably(async () => {
    // An open listening needs no intent of its own, but a ledger that could take what is heard.
    if (parts.listenings().isOpen(key)) await recentlyWritable(parts)
    return parts.listenings().request(key, write)
  })
}
