import { defineRoute } from '@/lib/bff/define-route'
import { config } from '@/lib/config/config'
import { API } from '@/lib/contract/api'
import { focus } from '@/lib/focus/focus'

const startedUtc = new Date(Date.now() - process.uptime() * 1000).toISOString()

export const GET = defineRoute(API.getStatus, () => ({
  ...focus().status(),
  server: { version: config().version, startedUtc },
}))
