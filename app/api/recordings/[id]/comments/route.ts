import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { maskComments } from '@/lib/pseudonym/mask'

export const GET = defineRoute(API.getComments, async (input) => {
  const read = await focus().getComments(input.params.id, input)
  return maskComments(read, pseudonymKey(input.session))
})
