import { createHash } from 'node:crypto'
import type { Config } from './config'

/** What the ledger may say of the configuration: everything that decides who sees what, and nothing secret. */
export type ConfigPrint = Record<string, unknown>

/** The configuration without its secrets, each setting under a name of its own. */
export function configPrint(config: Config): ConfigPrint {
  const { focus, auth, database, ledger } = config
  const { apiKey: _key, ...tenant } = focus
  const { clientSecret: _secret, ...oidc } = auth.oidc ?? { clientSecret: null }
  return {
    focus: tenant,
    origin: auth.origin,
    sessions: { idleMs: auth.idleMs, absoluteMs: auth.absoluteMs },
    oidc: auth.oidc === null ? null : oidc,
    database: database.kind === 'sqlite' ? 'sqlite' : withoutPassword(database.url),
    ledger: {
      ...ledger,
      witness: ledger.witness === null ? null : withoutPassword(ledger.witness),
    },
    reasons: config.reasons,
    pseudonymRoles: config.pseudonymRoles,
    workingHours: config.workingHours,
    reportingLinesFile: config.reportingLinesFile,
    evidence: config.evidence,
    dataDir: config.dataDir,
    spool: config.spool,
    defaultCountry: config.defaultCountry,
    logLevel: config.logLevel,
    version: config.version,
  }
}

/** SHA-256 of it, 64 hex digits; the order of the fields makes no difference. */
export function configHash(print: ConfigPrint): string {
  return createHash('sha256').update(ordered(print)).digest('hex')
}

/** The names of what differs. */
export function changedSettings(before: ConfigPrint, after: ConfigPrint): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names.filter((name) => ordered(before[name]) !== ordered(after[name]))
}

/** A user name stays, what follows it and any query does not; what is no address (a file) stays as it is. */
function withoutPassword(text: string): string {
  if (!text.includes('://') || !URL.canParse(text)) return text
  const url = new URL(text)
  url.password = ''
  url.search = ''
  return url.href
}

function ordered(value: unknown): string {
  const text = JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
  return text ?? 'undefined'
}
