import { z } from 'zod'
import { PROBLEM_SLUGS, PROBLEMS, type ProblemSlug } from './table'

export const PROBLEM_TYPE_PREFIX = 'urn:focus-console:problem:'

/** One message at one field of the request; `path` is dotted (`start.from`). */
export const FieldIssue = z.object({ path: z.string(), message: z.string() })
export type FieldIssue = z.infer<typeof FieldIssue>

/** The body of every failure we answer, `application/problem+json` (RFC 9457). */
export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** A sentence for the reader. Never upstream text. */
  detail: z.string(),
  slug: z.enum(PROBLEM_SLUGS as [ProblemSlug, ...ProblemSlug[]]), // the table is never empty
  /** Joins the reader's report to the log line. */
  requestId: z.string().optional(),
  /** Seconds to wait before asking again. */
  retryAfterSec: z.number().nonnegative().optional(),
  /** For `forbidden`: our permission. For `right-missing`: the Focus right. */
  missing: z.string().optional(),
  issues: z.array(FieldIssue).optional(),
})
export type ProblemBody = z.infer<typeof ProblemBody>

export type ProblemExtras = {
  retryAfterSec?: number
  missing?: string
  issues?: FieldIssue[]
  requestId?: string
  /** Technical text or the error behind it: for the log alone, never sent. */
  cause?: unknown
}

/** A failure of the closed table. `message` is the sentence for the reader. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly slug: ProblemSlug
  readonly retryAfterSec: number | undefined
  readonly missing: string | undefined
  readonly issues: FieldIssue[] | undefined
  readonly requestId: string | undefined

  constructor(slug: ProblemSlug, detail: string, extras: ProblemExtras = {}) {
    super(detail, extras.cause === undefined ? undefined : { cause: extras.cause })
    this.slug = slug
    this.retryAfterSec = extras.retryAfterSec
    this.missing = extras.missing
    this.issues = extras.issues
    this.requestId = extras.requestId
  }

  get status(): number {
    return PROBLEMS[this.slug].status ?? 0
  }
}
