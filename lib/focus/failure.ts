import { Problem } from '@/lib/problem/problem'

/** One try that failed, with what may be done about it. Never leaves this room: callers get its problem. */
export class Failure {
  readonly problem: Problem
  /** Whether trying again may help and does no harm. */
  readonly repeatable: boolean
  /** Status Focus answered with, when it answered. */
  readonly status: number | null

  constructor(problem: Problem, repeatable = false, status: number | null = null) {
    this.problem = problem
    this.repeatable = repeatable
    this.status = status
  }
}

/** Trying these again may help: Focus, or what stands before it, says so itself. */
const REPEATABLE_STATUS = [408, 429, 502, 503, 504]

/** No bytes of a reply came: the connection broke, or never stood. TLS errors are not among them. */
const REPEATABLE_CODE = [
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
]

const TLS_CODE = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY/

/** The failure behind a status that is no success; 401 and 403 of a right are seen to before. */
export function failureOfStatus(status: number): Failure {
  const repeatable = REPEATABLE_STATUS.includes(status)
  const cause = `Focus answered ${status}`
  if (status === 404)
    return new Failure(
      new Problem('not-found', 'Focus has nothing at that id.', { cause }),
      false,
      404,
    )
  if (status === 408)
    return new Failure(
      new Problem('upstream-timeout', 'Focus gave up waiting for the request.', { cause }),
      repeatable,
      status,
    )
  if (status === 429)
    return new Failure(
      new Problem('rate-limited', 'Focus asks for a pause.', { cause, retryAfterSec: 1 }),
      repeatable,
      status,
    )
  if (status >= 500)
    return new Failure(
      new Problem('upstream-unavailable', 'Focus could not answer.', { cause }),
      repeatable,
      status,
    )
  if (status >= 400)
    return new Failure(
      new Problem('upstream-rejected', 'Focus refused the request.', { cause }),
      false,
      status,
    )
  return new Failure(
    new Problem('upstream-contract', 'Focus answered in an unexpected way.', { cause }),
    false,
    status,
  )
}

/** The failure behind a connection that broke. */
export function failureOfConnection(error: unknown, beforeHeaders: boolean): Failure {
  const code = codeOf(error)
  // Only the code: the message of a TLS error names hosts, that of a parser error quotes the reply.
  const cause = `connection: ${code}`
  if (TLS_CODE.test(code))
    return new Failure(
      new Problem('upstream-rejected', 'No trusted connection to Focus could be made.', { cause }),
    )
  return new Failure(
    new Problem('upstream-unavailable', 'The connection to Focus broke.', { cause }),
    beforeHeaders && REPEATABLE_CODE.includes(code),
  )
}

/** The code of an error, of what caused it, or of the first of several. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('code' in error && typeof error.code === 'string') return error.code
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return error.cause === undefined ? error.name : codeOf(error.cause)
}

export const lateProblem = (): Problem =>
  new Problem('upstream-timeout', 'Focus did not answer in time.')

/** For a caller that left: nobody reads it. */
export const leftProblem = (): Problem =>
  new Problem('upstream-unavailable', 'The request was given up before Focus answered.')

export const contractProblem = (cause: string): Problem =>
  new Problem('upstream-contract', 'What Focus answered could not be read.', { cause })
