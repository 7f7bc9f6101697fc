import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { maskPersonPage } from '@/lib/pseudonym/mask'

export const POST = defineRoute(API.searchPeople, async (input) => {
  const page = await focus().searchPeople(input.body, input)
  const { people, total } = page
  input.note({ counts: { rows: people.length, ...(total !== null && { total }) } })
  return maskPersonPage(page, pseudonymKey(input.session))
})
