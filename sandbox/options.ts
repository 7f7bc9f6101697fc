import { isRight } from './server/rights'
import type { SandboxOptions } from './start-sandbox'
import { KNOWN_PEOPLE, MOST_PEOPLE } from './tenant/firm-faults'

type Environment = Record<string, string | undefined>

function integer(environment: Environment, name: string, fallback: number): number {
  const text = environment[name]?.trim()
  if (!text) return fallback
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} must be a whole number, not “${text}”`)
  return Number(text)
}

/** The sandbox's options from the environment. Throws an error that names the variable that is wrong. */
export function optionsFromEnvironment(environment: Environment): SandboxOptions {
  const withoutRights = (environment.SANDBOX_WITHOUT_RIGHTS ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => {
      if (!isRight(name)) throw new Error(`SANDBOX_WITHOUT_RIGHTS: no right is called “${name}”`)
      return name
    })
  const now = environment.SANDBOX_NOW?.trim()
  const nowMs = now ? Date.parse(now) : Number.NaN
  if (now && Number.isNaN(nowMs)) throw new Error('SANDBOX_NOW must be an ISO 8601 instant')
  const people = integer(environment, 'SANDBOX_PEOPLE', KNOWN_PEOPLE)
  if (people < KNOWN_PEOPLE || people > MOST_PEOPLE)
    throw new Error(`SANDBOX_PEOPLE must be ${KNOWN_PEOPLE} to ${MOST_PEOPLE}`)
  return {
    port: integer(environment, 'SANDBOX_PORT', 4010),
    host: environment.SANDBOX_HOST?.trim() || '127.0.0.1',
    recordings: integer(environment, 'SANDBOX_RECORDINGS', 2000),
    people,
    seed: integer(environment, 'SANDBOX_SEED', 7),
    tokenSeconds: integer(environment, 'SANDBOX_TOKEN_SECONDS', 300),
    ratePerSecond: integer(environment, 'SANDBOX_RATE_PER_SECOND', 200),
    slowMs: integer(environment, 'SANDBOX_SLOW_MS', 30_000),
    withoutRights,
    ...(now && { nowMs }),
  }
}
