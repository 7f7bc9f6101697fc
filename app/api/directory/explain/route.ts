import { defineRoute } from '@/lib/bff/define-route'
import { demandAll } from '@/lib/bff/demand-all'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'

export const POST = defineRoute(API.explainDirectory, (input) => {
  const { of } = input.body
  demandAll(input.session, [of === 'look-up' ? 'endpoints.view' : `${of}.view`])
  return focus().explainDirectory(input.body, input)
})
