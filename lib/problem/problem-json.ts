import { PROBLEM_TYPE_PREFIX, Problem, ProblemBody } from './problem'
import { PROBLEMS } from './table'

/** The body to send for a failure. The cause stays behind. */
export function toProblemBody(problem: Problem, requestId: string): ProblemBody {
  const row = PROBLEMS[problem.slug]
  return {
    type: PROBLEM_TYPE_PREFIX + problem.slug,
    title: row.title,
    status: row.status ?? 0,
    detail: problem.message,
    slug: problem.slug,
    requestId,
    ...(problem.retryAfterSec !== undefined && { retryAfterSec: problem.retryAfterSec }),
    ...(problem.missing !== undefined && { missing: problem.missing }),
    ...(problem.issues !== undefined && { issues: problem.issues }),
  }
}

/** The failure behind a body, for the browser. Null when the body is not one of ours. */
export function fromProblemBody(body: unknown): Problem | null {
  const parsed = ProblemBody.safeParse(body)
  if (!parsed.success) return null
  const { slug, detail, requestId, retryAfterSec, missing, issues } = parsed.data
  return new Problem(slug, detail, {
    ...(requestId !== undefined && { requestId }),
    ...(retryAfterSec !== undefined && { retryAfterSec }),
    ...(missing !== undefined && { missing }),
    ...(issues !== undefined && { issues }),
  })
}
