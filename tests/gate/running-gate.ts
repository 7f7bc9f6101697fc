import { afterAll, beforeAll, vi } from 'vitest'
import { ledger, startLedger } from '@/lib/ledger/ledger'
import { type ApiRoute, apiRoutes } from './route-modules'
import { startWatchedTenant } from './watched-tenant'

type Watched = Awaited<ReturnType<typeof startWatchedTenant<null>>>

/**
 * The gate with all its routes over a watched sandbox tenant, for the tests of one file: it runs before the first of them and
 * is taken away after the last. Import `./gate-environment` first.
 */
export function runningGate(): { routes: () => ApiRoute[]; tenant: () => Watched } {
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
  let running: { routes: ApiRoute[]; tenant: Watched } | null = null
  const it = () => {
    if (running === null) throw new Error('The gate runs only during tests')
    return running
  }
  beforeAll(async () => {
    const tenant = await startWatchedTenant(() => null)
    Object.assign(process.env, tenant.environment)
    await startLedger()
    running = { routes: await apiRoutes(), tenant }
  })
  afterAll(async () => {
    await ledger().stop()
    await running?.tenant.close()
  })
  return { routes: () => it().routes, tenant: () => it().tenant }
}
