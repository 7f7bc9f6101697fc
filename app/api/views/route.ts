import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { saveView } from '@/lib/saved-views/saved-views'
import { demandOpenable, viewReader, viewsFor } from '@/lib/saved-views/view-reader'
import { database } from '@/lib/store/database'

export const GET = defineRoute(API.listSavedViews, ({ session }) => viewsFor(viewReader(session)))

export const POST = defineRoute(API.saveView, async ({ session, body }) => {
  const reader = viewReader(session)
  demandOpenable(reader, body)
  const id = await saveView(await database(), reader, body, new Date().toISOString())
  return { id, ...(await viewsFor(reader)) }
})
