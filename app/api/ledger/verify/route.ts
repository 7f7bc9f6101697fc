import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { ledger } from '@/lib/ledger/ledger'

export const POST = defineRoute(API.verifyLedger, ({ signal }) => ledger().verify(signal))
