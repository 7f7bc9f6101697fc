import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { maskMatches } from '@/lib/pseudonym/mask'

export const POST = defineRoute(API.lookUpEndpoints, async (input) => {
  const found = await focus().lookUpEndpoints(input.body.values, input)
  const rows = found.matches.reduce((sum, { endpoints }) => sum + endpoints.length, 0)
  input.note({ counts: { rows, asked: input.body.values.length } })
  return maskMatches(found, pseudonymKey(input.session))
})
