/** Whose fault a failure is: it decides what the reader is told and who can help. */
export type Fault =
  | 'caller'
  | 'session'
  | 'role'
  | 'load'
  | 'service-user'
  | 'configuration'
  | 'focus'
  | 'us'
  | 'browser'

type Row = {
  /** HTTP status; null for failures that only a browser can see. */
  readonly status: number | null
  readonly title: string
  readonly fault: Fault
  /** Whether the browser asks again by itself, and what it waits for. */
  readonly retry: 'never' | 'after-pause' | 'backoff'
  /** What the reader can do about it. */
  readonly help: string
}

/**
 * The closed table of failures (RFC 9457). Status, title, retry policy and help derive from it; code that
 * maps slugs is typed `Record<ProblemSlug, …>`, so a missing case does not compile.
 */
export const PROBLEMS = {
  'invalid-request': {
    status: 400,
    title: 'That request could not be read',
    fault: 'caller',
    retry: 'never',
    help: 'Correct the marked field and try again.',
  },
  'signed-out': {
    status: 401,
    title: 'You are signed out',
    fault: 'session',
    retry: 'never',
    help: 'Sign in to go on where you were.',
  },
  forbidden: {
    status: 403,
    title: 'Your role does not allow this',
    fault: 'role',
    retry: 'never',
    help: 'An administrator of this console can grant the permission.',
  },
  'reason-required': {
    status: 428,
    title: 'A reason is asked for first',
    fault: 'caller',
    retry: 'never',
    help: 'Say why, with a case number where there is one. It is recorded with the access.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    fault: 'caller',
    retry: 'never',
    help: 'Check the address, or search for it.',
  },
  conflict: {
    status: 409,
    title: 'It was changed elsewhere',
    fault: 'caller',
    retry: 'never',
    help: 'Look at how it is now, then change it again.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests at once',
    fault: 'load',
    retry: 'after-pause',
    help: 'Nothing is lost. It goes on by itself after the pause.',
  },
  'right-missing': {
    status: 403,
    title: 'The Focus service user lacks a right',
    fault: 'service-user',
    retry: 'never',
    help: 'A Focus administrator can give the right to the service user.',
  },
  'upstream-rejected': {
    status: 502,
    title: 'The connection to Focus is misconfigured',
    fault: 'configuration',
    retry: 'never',
    help: 'Give the request id to whoever runs this console.',
  },
  'upstream-contract': {
    status: 502,
    title: 'Focus answered in a form that could not be read',
    fault: 'focus',
    retry: 'never',
    help: 'Give the request id to whoever runs this console.',
  },
  'upstream-unavailable': {
    status: 503,
    title: 'Focus is not available',
    fault: 'focus',
    retry: 'backoff',
    help: 'It is tried again by itself. What is on screen stays.',
  },
  'upstream-timeout': {
    status: 504,
    title: 'Focus took too long to answer',
    fault: 'focus',
    retry: 'backoff',
    help: 'Try again. A shorter time range often helps.',
  },
  'ledger-unavailable': {
    status: 503,
    title: 'Access cannot be recorded just now',
    fault: 'us',
    retry: 'backoff',
    help: 'Nothing is shown that cannot be recorded. It is tried again by itself.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong in this console',
    fault: 'us',
    retry: 'never',
    help: 'Give the request id to whoever runs this console.',
  },
  offline: {
    status: null,
    title: 'This browser is offline',
    fault: 'browser',
    retry: 'backoff',
    help: 'What is on screen stays. It goes on when the connection is back.',
  },
  'stale-client': {
    status: null,
    title: 'This page is older than the server',
    fault: 'browser',
    retry: 'never',
    help: 'Reload the page to get the new version.',
  },
} as const satisfies Record<string, Row>

export type ProblemSlug = keyof typeof PROBLEMS
/** Slugs a server can answer. */
export type ServerProblemSlug = Exclude<ProblemSlug, 'offline' | 'stale-client'>
export const PROBLEM_SLUGS = Object.keys(PROBLEMS) as ProblemSlug[] // keys of a const object are exactly its slugs
