import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'

export const GET = defineRoute(API.getSmsMessage, ({ params, signal, requestId }) =>
  focus().getSmsMessage(params.id, { signal, requestId }),
)
