import { defineRoute } from '@/lib/bff/define-route'
import { config } from '@/lib/config/config'
import { API } from '@/lib/contract/api'
import { openApiDocument } from '@/lib/contract/openapi'
import { ProblemBody } from '@/lib/problem/problem'

export const GET = defineRoute(API.getOpenApi, () => openApiDocument(config().version, ProblemBody))
