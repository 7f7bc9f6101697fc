import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { House } from './server/exchange'
import { makeFaultDesk } from './server/fault-desk'
import { makeListener } from './server/listener'
import { makeRateLimit } from './server/rate-limit'
import { makeRights, type Right } from './server/rights'
import { makeTokens } from './server/tokens'
import { makeUsage, type Stats } from './server/usage'
import { makeTenant } from './tenant/tenant'
import { SERVICE_USERNAME } from './tenant/users'

/** What can be asked of a sandbox; everything has a default. */
export type SandboxOptions = {
  /** 0 takes any free port. */
  port?: number
  host?: string
  recordings?: number
  /** Subscribers of the firm, 60 or more. */
  people?: number
  seed?: number
  tokenSeconds?: number
  ratePerSecond?: number
  withoutRights?: readonly Right[]
  /** The instant, in milliseconds of the epoch, at which the newest recordings end; the clock's when left out. */
  nowMs?: number
  /** What tells the time for tokens, rates and new audit entries. */
  clock?: () => number
  /** How long the fault `slow` waits. */
  slowMs?: number
}

export type Sandbox = {
  /** The base URL, ending in `/api`. */
  url: string
  clientId: number
  apiKey: string
  username: string
  close(): Promise<void>
  stats(): Stats
  setRight(right: Right, held: boolean): void
  revokeTokens(): void
}

const CREDENTIALS = { clientId: 1_000_001, apiKey: 'sandbox-key', username: SERVICE_USERNAME }

/** Starts a tenant on loopback. The work it takes does not depend on how many recordings there are. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = options.clock ?? Date.now
  const seed = options.seed ?? 7
  const nowMs = options.nowMs ?? clock()
  const tenant = makeTenant(options.recordings ?? 2000, seed, nowMs, options.people)
  const house: House = {
    tenant,
    tokens: makeTokens(seed, clock, options.tokenSeconds ?? 300),
    rights: makeRights(options.withoutRights ?? []),
    usage: makeUsage(tenant.rowsDerived),
    faults: makeFaultDesk(clock, options.slowMs ?? 30_000),
    clock,
    credentials: CREDENTIALS,
  }
  const listen = makeListener(house, makeRateLimit(options.ratePerSecond ?? 200, clock))
  const server = createServer((request, response) => void listen(request, response))
  // Longer than clients keep a connection, so that none is closed under a request.
  server.keepAliveTimeout = 60_000
  const host = options.host ?? '127.0.0.1'
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 4010, host, resolve)
  })
  // A server that listens on a port has an address of this shape; only pipes have a string.
  const { port } = server.address() as AddressInfo

  return {
    url: `http://${host}:${port}/api`,
    ...CREDENTIALS,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
    stats: house.usage.stats,
    setRight: house.rights.set,
    revokeTokens: house.tokens.revokeAll,
  }
}
