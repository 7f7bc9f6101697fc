import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { maskEndpointPage } from '@/lib/pseudonym/mask'

export const POST = defineRoute(API.searchEndpoints, async (input) => {
  const page = await focus().searchEndpoints(input.body, input)
  const { endpoints, total } = page
  input.note({ counts: { rows: endpoints.length, ...(total !== null && { total }) } })
  return maskEndpointPage(page, pseudonymKey(input.session))
})
