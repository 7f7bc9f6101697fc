import { sql } from 'kysely'
import { defineRoute } from '@/lib/bff/define-route'
import { config } from '@/lib/config/config'
import { API } from '@/lib/contract/api'
import { ledger } from '@/lib/ledger/ledger'
import { database } from '@/lib/store/database'

export const GET = defineRoute(API.getReadiness, async () => {
  config()
  await sql`select 1`.execute(await database())
  await ledger().check()
  const ok = 'ok' as const
  return { status: 'ready' as const, checks: { configuration: ok, store: ok, ledger: ok } }
})
