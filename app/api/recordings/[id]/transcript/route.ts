import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { maskTranscript } from '@/lib/pseudonym/mask'

export const GET = defineRoute(API.getTranscript, async (input) => {
  const read = await focus().getTranscript(input.params.id, input)
  return maskTranscript(read, pseudonymKey(input.session))
})
