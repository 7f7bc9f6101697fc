import { viewerOf } from '@/lib/access/viewer'
import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'

export const GET = defineRoute(API.getSession, ({ session }) => viewerOf(session))
