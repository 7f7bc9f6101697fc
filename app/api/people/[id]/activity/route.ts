import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { personActivity } from '@/lib/directory/person-activity'
import { focus } from '@/lib/focus/focus'

export const GET = defineRoute(API.getPersonActivity, async (input) => {
  const nowUtc = new Date().toISOString()
  const activity = await personActivity(focus(), input.params.id, nowUtc, input)
  input.note({ counts: { rows: activity.read } })
  return activity
})
