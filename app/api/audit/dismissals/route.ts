import { dismiss, listDismissals } from '@/lib/audit/dismissals'
import { defineRoute } from '@/lib/bff/define-route'
import { API } from '@/lib/contract/api'
import { database } from '@/lib/store/database'

export const GET = defineRoute(API.getDismissals, async () => ({
  dismissals: await listDismissals(await database()),
}))

export const POST = defineRoute(API.dismissFinding, async ({ body, session }) => {
  const { key, reason } = body
  await dismiss(await database(), {
    key,
    reason,
    by: session.name,
    timeUtc: new Date().toISOString(),
  })
  return { dismissals: await listDismissals(await database()) }
})
