import { defineRoute } from '@/lib/bff/define-route'
import { config } from '@/lib/config/config'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'

const startedUtc = new Date(Date.now() - process.uptime() * 1000).toISOString()

export const GET = defineRoute(API.getStatus, async ({ signal, requestId }) => {
  // On a fresh server nothing has been asked yet. What the exchange finds, good or bad, the status itself says.
  if (focus().status().token.state === 'none')
    await focus()
      .authenticate({ signal, requestId })
      .catch(() => undefined)
  return { ...focus().status(), server: { version: config().version, startedUtc } }
})
