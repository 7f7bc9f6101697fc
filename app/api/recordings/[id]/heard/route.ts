import { defineRoute } from '@/lib/bff/define-route'
import { reportHeard } from '@/lib/bff/listening'
import { API } from '@/lib/contract/api'

export const POST = defineRoute(API.reportHeard, reportHeard)
