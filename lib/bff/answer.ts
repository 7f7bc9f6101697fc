import { Problem } from '@/lib/problem/problem'
import { toProblemBody } from '@/lib/problem/problem-json'

/** nginx's status for a reader who left; nobody receives it, the log shows it. */
export const CLIENT_LEFT = 499

/** The headers that every answer of the gate carries. */
export function gateHeaders(requestId: string, more: HeadersInit = {}): Headers {
  const headers = new Headers(more)
  headers.set('Cache-Control', 'private, no-store')
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
  headers.set('X-Request-Id', requestId)
  return headers
}

export function jsonAnswer(value: unknown, requestId: string): Response {
  const headers = gateHeaders(requestId, { 'Content-Type': 'application/json; charset=utf-8' })
  return new Response(JSON.stringify(value), { status: 200, headers })
}

export function problemAnswer(problem: Problem, requestId: string): Response {
  const headers = gateHeaders(requestId, { 'Content-Type': 'application/problem+json' })
  if (problem.retryAfterSec !== undefined)
    headers.set('Retry-After', String(Math.ceil(problem.retryAfterSec)))
  const body = JSON.stringify(toProblemBody(problem, requestId))
  return new Response(body, { status: problem.status, headers })
}

/** What a failure is to the reader: a problem of the table as it stands, and `internal` for all else. */
export function toProblem(cause: unknown): Problem {
  if (cause instanceof Problem && cause.status > 0) return cause
  return new Problem('internal', 'An unexpected fault stopped this request.', { cause })
}
