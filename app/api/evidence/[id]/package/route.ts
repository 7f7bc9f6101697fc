import { defineFile } from '@/lib/bff/define-file'
import { API } from '@/lib/contract/api'
import { evidence } from '@/lib/evidence/evidence'

export const GET = defineFile(API.downloadEvidence, ({ params, session, request, signal }) =>
  evidence().respond(params.id, session, {
    range: request.headers.get('range'),
    ifRange: request.headers.get('if-range'),
    signal,
  }),
)
