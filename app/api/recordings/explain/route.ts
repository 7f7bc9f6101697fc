import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'

export const POST = defineRoute(API.explainSearch, (input) =>
  focus().explainSearch(input.body, input),
)
