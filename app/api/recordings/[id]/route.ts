import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { whoseCall, whoseCalls } from '@/lib/ledger/whose-calls'
import { maskDetail } from '@/lib/pseudonym/mask'

export const GET = defineRoute(API.getRecording, async (input) => {
  const detail = await focus().getRecording(input.params.id, input)
  whoseCalls().remember([detail])
  input.note({ whose: [whoseCall(detail)] })
  return maskDetail(detail, pseudonymKey(input.session))
})
