import { Problem } from '@/lib/problem/problem'
import { type Fault, PROBLEMS } from '@/lib/problem/table'

/** Whose a failure is, for the reader. */
const WHOSE: Record<Fault, string> = {
  caller: 'This request',
  session: 'Your session',
  role: 'Your role in this console',
  load: 'Load, ours or that of Focus',
  'service-user': 'The Focus service user',
  configuration: 'The configuration of this console',
  focus: 'Focus',
  us: 'This console',
  browser: 'This browser or its network',
}

const PAUSE_WHEN_UNSTATED_SEC = 10
/** How long before Focus is asked again by itself, once the quiet attempts are used up. */
const AGAIN_AFTER_SEC = 20

export type ProblemWords = {
  title: string
  detail: string
  whose: string
  help: string
  requestId: string | null
  /** Seconds until it is tried again by itself; null when it is not. */
  againAfterSec: number | null
}

/** Any failure in words. What is no `Problem` is a fault of this console, and its own text is not shown. */
export function problemWords(error: unknown): ProblemWords {
  const problem =
    error instanceof Problem
      ? error
      : new Problem('internal', 'The page met an error it did not expect.')
  const row = PROBLEMS[problem.slug]
  return {
    title: row.title,
    detail: problem.message,
    whose: WHOSE[row.fault],
    help: helpOf(problem),
    requestId: problem.requestId ?? null,
    againAfterSec: againAfterSec(problem),
  }
}

function helpOf(problem: Problem): string {
  const help = PROBLEMS[problem.slug].help
  if (problem.missing === undefined) return help
  if (problem.slug === 'right-missing') return `The missing right is ${problem.missing}. ${help}`
  if (problem.slug === 'forbidden') return `The missing permission is ${problem.missing}. ${help}`
  return help
}

function againAfterSec(problem: Problem): number | null {
  const stated = problem.retryAfterSec
  switch (problem.slug) {
    case 'rate-limited':
      return Math.max(1, Math.ceil(stated ?? PAUSE_WHEN_UNSTATED_SEC))
    case 'upstream-unavailable':
    case 'ledger-unavailable':
    case 'offline':
      return Math.max(1, Math.ceil(stated ?? AGAIN_AFTER_SEC))
    default:
      return null
  }
}

/** Whether asking again by hand can help. */
export function canRetry(error: unknown): boolean {
  if (!(error instanceof Problem)) return true
  return !['invalid-request', 'signed-out', 'forbidden', 'stale-client'].includes(error.slug)
}
