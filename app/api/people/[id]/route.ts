import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { maskPerson } from '@/lib/pseudonym/mask'

export const GET = defineRoute(API.getPerson, async (input) =>
  maskPerson(await focus().getPerson(input.params.id, input), pseudonymKey(input.session)),
)
