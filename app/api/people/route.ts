import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'

export const GET = defineRoute(API.getPeopleNames, ({ query, signal, requestId }) => {
  const call = { signal, requestId }
  return query.name === undefined
    ? focus().getPeople(query.ids ?? [], call)
    : focus().searchPeopleByName(query.name, call)
})
