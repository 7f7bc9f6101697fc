import { pseudonymKey } from '@/lib/access/pseudonym-key'
import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { maskPeople } from '@/lib/pseudonym/mask'

export const GET = defineRoute(API.getPeopleNames, async (input) => {
  const { name, ids = [] } = input.query
  const names = await (name === undefined
    ? focus().getPeople(ids, input)
    : focus().searchPeopleByName(name, input))
  input.note({ counts: { rows: names.people.length } })
  return maskPeople(names, pseudonymKey(input.session))
})
