import { defineLines } from '@/lib/bff/define-lines'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'
import { forecast, refuseSearching } from '@/lib/retention/forecast'

export const POST = defineLines(API.forecastRetention, (input) => {
  const { permissions } = input.session
  refuseSearching(input.body, permissions)
  const withExamples = permissions.includes('recordings.search')
  return forecast(focus(), input.body, {
    call: input,
    nowUtc: new Date().toISOString(),
    withExamples,
    onRead: (recordings) => input.note({ counts: { recordings } }),
  })
})
