import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { whoseCall, whoseCalls } from '@/lib/ledger/whose-calls'

export const POST = defineRoute(API.revealRecording, async (input) => {
  const detail = await focus().getRecording(input.body.recordingId, input)
  whoseCalls().remember([detail])
  input.note({ whose: [whoseCall(detail)] })
  return detail
})
