import { keepReason } from '@/lib/access/reasons'
import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'

export const POST = defineRoute(API.giveReason, async ({ body, session }) => ({
  reasonId: await keepReason(session.sessionId, body, Date.now()),
}))
