import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'

export const GET = defineRoute(API.getPeopleNames, async (input) => {
  const { name, ids = [] } = input.query
  const names = await (name === undefined
    ? focus().getPeople(ids, input)
    : focus().searchPeopleByName(name, input))
  input.note({ counts: { rows: names.people.length } })
  return names
})
