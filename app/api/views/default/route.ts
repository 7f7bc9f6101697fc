import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { setDefaultView } from '@/lib/saved-views/saved-views'
import { demandOpenable, viewReader, viewsFor } from '@/lib/saved-views/view-reader'
import { database } from '@/lib/store/database'

export const POST = defineRoute(API.setDefaultView, async ({ session, body }) => {
  const reader = viewReader(session)
  demandOpenable(reader, body)
  await setDefaultView(await database(), reader, body)
  return viewsFor(reader)
})
