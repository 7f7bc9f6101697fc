import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { maskMessage } from '@/lib/pseudonym/mask'

export const GET = defineRoute(API.getSmsMessage, async (input) => {
  const read = await focus().getSmsMessage(input.params.id, input)
  return maskMessage(read, pseudonymKey(input.session))
})
