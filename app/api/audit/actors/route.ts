import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { ledger } from '@/lib/ledger/ledger'

export const GET = defineRoute(API.getAuditActors, async () => ({
  actors: await ledger().actors(),
}))
