import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { evidence } from '@/lib/evidence/evidence'

export const POST = defineRoute(API.cancelEvidence, ({ params, session }) =>
  evidence().cancel(params.id, session),
)
