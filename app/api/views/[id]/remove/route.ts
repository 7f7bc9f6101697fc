import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { removeView } from '@/lib/saved-views/saved-views'
import { viewReader, viewsFor } from '@/lib/saved-views/view-reader'
import { database } from '@/lib/store/database'

export const POST = defineRoute(API.removeView, async ({ session, params }) => {
  const reader = viewReader(session)
  await removeView(await database(), reader, params.id)
  return viewsFor(reader)
})
