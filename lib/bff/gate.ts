import 'server-only'
import { randomUUID } from 'node:crypto'
import { readSession, renewal, type Session } from '@/lib/access/session'
import { config } from '@/lib/config/config'
import { log } from '@/lib/config/log'
import { API, type ApiName } from '@/lib/contract/api'
import type { ApiEndpoint } from '@/lib/contract/endpoint'
import type { Entry, Ledger } from '@/lib/ledger/access-ledger'
import { ACTION_OF } from '@/lib/ledger/actions'
import { ledger } from '@/lib/ledger/ledger'
import { Problem } from '@/lib/problem/problem'
import { CLIENT_LEFT, gateHeaders, problemAnswer } from './answer'
import { refuseCrossSite } from './cross-site'
import { type Input, type RouteParams, readInput } from './read-input'
import { RequestRecord } from './request-record'

/** What the gate leans on; a test gives it others. */
export type GateParts = {
  log: Pick<typeof log, 'info' | 'warn' | 'error'>
  ledger: () => Ledger
  nowMs: () => number
}

const OWN_PARTS: GateParts = { log, ledger, nowMs: Date.now }

/** Who asks: nobody is known on a public call, somebody certainly is on any other. */
export type Asker<E extends ApiEndpoint> = E['permission'] extends 'public' ? null : Session

/** What a handler is given. `signal` is aborted when the reader leaves. */
export type GateInput<E extends ApiEndpoint> = Input<E> & {
  session: Asker<E>
  signal: AbortSignal
  requestId: string
  request: Request
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
): RouteHandler {
  const name = nameOf(endpoint)
  const handler: RouteHandler = async (request, context) => {
    const requestId = randomUUID()
    const record = new RequestRecord(endpoint, requestId, parts)
    try {
      if (request.method !== endpoint.method)
        throw new Problem('invalid-request', `This address takes ${endpoint.method}.`)
      refuseCrossSite(request, endpoint, config().auth.origin)
      const session = await admit(endpoint, request, parts.nowMs())
      record.session = session
      const input = await readInput(request, endpoint, await context.params)
      record.entry = await writeIntent(name, input, request, session, requestId, parts)
      const { signal } = request
      // admit answers null on public calls alone
      const asker = session as Asker<E>
      const response = await respond(
        { ...input, session: asker, signal, requestId, request },
        record,
      )
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

async function admit(
  endpoint: ApiEndpoint,
  request: Request,
  nowMs: number,
): Promise<Session | null> {
  const { permission } = endpoint
  if (permission === 'public') return null
  const session = await readSession(request, nowMs)
  if (session === null)
    throw new Problem('signed-out', 'Your session has ended, or none was begun.')
  if (permission === 'signed-in' || session.permissions.includes(permission)) return session
  throw new Problem('forbidden', 'None of your roles allows this.', { missing: permission })
}

async function writeIntent(
  name: ApiName,
  input: Input<ApiEndpoint>,
  request: Request,
  session: Session | null,
  requestId: string,
  parts: GateParts,
): Promise<Entry | null> {
  const action = ACTION_OF[name]
  if (action === null || session === null) return null
  const id = (input.params as { id?: unknown } | undefined)?.id // every path parameter we have is a recording's id
  const origin = request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? null
  const { issuer, subject, name: called, email, roles } = session
  try {
    return await parts.ledger().intend({
      action,
      object: { kind: 'recording', ids: typeof id === 'number' ? [String(id)] : [] },
      actor: { issuer, subject, name: called, email, roles },
      sessionId: session.sessionId,
      purpose: null,
      allowed: true,
      rule: `permission:${API[name].permission}`,
      origin: { address: origin, agent: request.headers.get('user-agent'), page: null },
      requestId,
    })
  } catch (cause) {
    throw new Problem(
      'ledger-unavailable',
      'This access could not be recorded, so nothing was asked for.',
      { cause },
    )
  }
}

function toProblem(cause: unknown): Problem {
  if (cause instanceof Problem && cause.status > 0) return cause
  return new Problem('internal', 'An unexpected fault stopped this request.', { cause })
}
