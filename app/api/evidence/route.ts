import { defineRoute } from '@/lib/bff/define-route'
import { originOf } from '@/lib/bff/origin'
import { config } from '@/lib/config/config'
import { API } from '@/lib/contract/api'
import { evidence } from '@/lib/evidence/evidence'
import { Problem } from '@/lib/problem/problem'

export const GET = defineRoute(API.listEvidence, ({ session }) => ({
  packages: evidence().list(session),
}))

export const POST = defineRoute(API.makeEvidence, (input) => {
  const { body, session, actor, entry, reason, requestId, request, keepEntry } = input
  if (entry === null || actor === null)
    throw new Problem('ledger-unavailable', 'This package could not be recorded.')
  const state = evidence().begin({
    id: requestId,
    entry,
    request: body,
    actor,
    sessionId: session.sessionId,
    origin: originOf(request.headers, config().auth.origin),
    purpose: reason ?? body.reason,
    askedUtc: new Date().toISOString(),
  })
  // The package is made after this answer, and ends the entry.
  keepEntry()
  return state
})
