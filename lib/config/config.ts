import 'server-only'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { Role } from '@/lib/contract/permission'
import { type AccessSettings, readAccessSettings } from './access-settings'
import { ConfigError } from './config-error'
import { Environment } from './environment'
import { readFocusTarget } from './focus-target'
import { readOidc } from './oidc'

/** Everything the product can be told from outside, checked. Secrets are in it: never log it, never send it. */
export type Config = AccessSettings & {
  focus: {
    /** Without a slash at the end; the paths of the endpoint table are appended as they stand. */
    baseUrl: string
    /** For people: `Sandbox tenant`, a region, or the host. */
    label: string
    sandbox: boolean
    clientId: number
    apiKey: string
    username: string
  }
  auth: {
    secret: string
    /** The browser's origin, without a slash at the end. */
    origin: string
    idleMs: number
    absoluteMs: number
    oidc: null | {
      issuer: string
      clientId: string
      clientSecret: string
      name: string
      roleClaim: string
      roleMap: Record<string, Role>
    }
  }
  dataDir: string
  spool: { maxBytes: number; idleMs: number }
  /** ISO 3166 alpha-2, for phone numbers written without a country. */
  defaultCountry: string
  logLevel: string
  version: string
}

const MINUTE_MS = 60_000
const SPOOL_IDLE_MS = 5 * MINUTE_MS

/**
 * The configuration an environment states; an empty value counts as absent. Reads the file that
 * `FOCUS_API_KEY_FILE` names.
 * @throws ConfigError with every mistake at once
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  )
  const mistakes: string[] = []
  const parsed = Environment.safeParse(given)
  if (!parsed.success)
    for (const issue of parsed.error.issues)
      mistakes.push(`${issue.path.join('.')}: ${issue.message}`)
  const focus = readFocusTarget(given, mistakes)
  const oidc = readOidc(given, mistakes)
  const access = readAccessSettings(given, mistakes)
  if (!parsed.success || focus === null || mistakes.length > 0) throw new ConfigError(mistakes)

  const settings = parsed.data
  return {
    ...access,
    focus: {
      ...focus,
      clientId: settings.FOCUS_CLIENT_ID,
      username: settings.FOCUS_USERNAME,
    },
    auth: {
      secret: settings.NEXTAUTH_SECRET,
      origin: new URL(settings.NEXTAUTH_URL).origin,
      idleMs: settings.SESSION_IDLE_MINUTES * MINUTE_MS,
      absoluteMs: settings.SESSION_ABSOLUTE_HOURS * 60 * MINUTE_MS,
      oidc,
    },
    dataDir: resolve(settings.DATA_DIR),
    spool: { maxBytes: settings.SPOOL_MAX_MB * 1024 * 1024, idleMs: SPOOL_IDLE_MS },
    defaultCountry: settings.DEFAULT_COUNTRY,
    logLevel: settings.LOG_LEVEL,
    version: productVersion(),
  }
}

/** Of the folder the server was started in, which `next start` and a standalone build both make the product's. */
function productVersion(): string {
  try {
    const text = readFileSync(resolve(process.cwd(), 'package.json'), 'utf8')
    return z.object({ version: z.string() }).parse(JSON.parse(text)).version
  } catch {
    return 'unknown'
  }
}

let parsedOnce: Config | undefined

/**
 * The configuration of this process, parsed on first use.
 * @throws ConfigError with every mistake at once
 */
export function config(): Config {
  parsedOnce ??= loadConfig(process.env)
  return parsedOnce
}
