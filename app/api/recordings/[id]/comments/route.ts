import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'

export const GET = defineRoute(API.getComments, (input) =>
  focus().getComments(input.params.id, input),
)
