import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { maskUserPage } from '@/lib/pseudonym/mask'

export const POST = defineRoute(API.searchUsers, async (input) => {
  const page = await focus().searchUsers(input.body, input)
  const { users, total } = page
  input.note({ counts: { rows: users.length, ...(total !== null && { total }) } })
  return maskUserPage(page, pseudonymKey(input.session))
})
