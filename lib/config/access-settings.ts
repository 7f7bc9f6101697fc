import { resolve } from 'node:path'
import { z } from 'zod'
import { ReasonRule } from '@/lib/contract/access-reason'
import { Role } from '@/lib/contract/permission'
import { readUrl } from './environment'

/** What governs the ledger, the reasons asked for, pseudonyms and findings. */
export type AccessSettings = {
  /** The product's own database: a file below the data folder, or a PostgreSQL server. */
  database: { kind: 'sqlite' } | { kind: 'postgres'; url: string }
  ledger: {
    /** Where the signing key is, outside the database; made at the first start when it is missing. */
    keyFile: string
    /** The origin line of its checkpoints: once the first was signed it is never another. */
    name: string
    /** Where each checkpoint is appended or posted to as well: a file, or an http(s) address. */
    witness: string | null
  }
  /** Whether a reason is asked for, by role and by whole dotted tag. Absent is `off`. */
  reasons: { roles: Partial<Record<Role, ReasonRule>>; tags: Record<string, ReasonRule> }
  /** People who hold only these roles see pseudonyms until they reveal. */
  pseudonymRoles: Role[]
  workingHours: { days: number[]; fromMinute: number; toMinute: number; timeZone: string }
  /** CSV of `person,manager` e-mail addresses; null when nobody says who reports to whom. */
  reportingLinesFile: string | null
  evidence: { maxBytes: number; keepMs: number }
}

const WORKING_HOURS =
  /^([1-7](?:,[1-7])*) (\d{2}):(\d{2})-(\d{2}):(\d{2}) ([A-Za-z_]+(?:\/[A-Za-z_+-]+)*)$/
const HOUR_MS = 3_600_000

const Reasons = z.strictObject({
  roles: z.partialRecord(Role, ReasonRule).default({}),
  tags: z.record(z.string(), ReasonRule).default({}),
})

/** Reads them; each mistake is added to `mistakes`, and a default stands in its place. */
export function readAccessSettings(
  env: Readonly<Record<string, string | undefined>>,
  mistakes: string[],
): AccessSettings {
  const wrong = (name: string, what: string) => mistakes.push(`${name}: ${what}`)
  const dataDir = resolve(/* turbopackIgnore: true */ env.DATA_DIR ?? '.data')

  let database: AccessSettings['database'] = { kind: 'sqlite' }
  if (env.DATABASE_URL !== undefined) {
    const protocol = readUrl(env.DATABASE_URL)?.protocol
    if (protocol === 'postgres:' || protocol === 'postgresql:')
      database = { kind: 'postgres', url: env.DATABASE_URL }
    else wrong('DATABASE_URL', 'an address is expected, as in postgres://user@host/database')
  }

  const witness = env.LEDGER_WITNESS ?? null
  if (witness?.includes('://') && !/^https?:$/.test(readUrl(witness)?.protocol ?? ''))
    wrong('LEDGER_WITNESS', 'a file or an http(s) address is expected')

  // Not made of the host: a ledger keeps its name when the console moves.
  const name = env.LEDGER_NAME ?? 'focus-console/access-ledger'
  if (/[\s+]/.test(name)) wrong('LEDGER_NAME', 'a name without blanks and plus signs is expected')

  const reasons = readJson(Reasons, env.REASONS)
  if (reasons === null)
    wrong(
      'REASONS',
      'JSON is expected, as in {"roles":{"qa-reviewer":"optional"},"tags":{"a.b":"required"}}',
    )

  const roles = (env.PSEUDONYM_ROLES ?? '').split(',').flatMap((role) => role.trim() || [])
  const pseudonymRoles = z.array(Role).safeParse(roles)
  if (!pseudonymRoles.success) wrong('PSEUDONYM_ROLES', 'roles divided by commas are expected')

  const workingHours = readWorkingHours(env.WORKING_HOURS ?? '1,2,3,4,5 08:00-18:00 Europe/London')
  if (workingHours === null)
    wrong('WORKING_HOURS', 'expected as in 1,2,3,4,5 08:00-18:00 Europe/London')

  const megabytes = Number(env.EVIDENCE_MAX_MB ?? '20480')
  if (!Number.isSafeInteger(megabytes) || megabytes < 16)
    wrong('EVIDENCE_MAX_MB', 'a whole number of at least 16 is expected')
  const keptHours = Number(env.EVIDENCE_KEEP_HOURS ?? '4')
  if (!(keptHours > 0 && keptHours <= 72)) wrong('EVIDENCE_KEEP_HOURS', 'up to 72 is expected')

  return {
    database,
    ledger: {
      keyFile: resolve(
        /* turbopackIgnore: true */ env.LEDGER_KEY_FILE ?? `${dataDir}/ledger-key.pem`,
      ),
      name,
      witness:
        witness === null || witness.includes('://')
          ? witness
          : resolve(/* turbopackIgnore: true */ witness),
    },
    reasons: reasons ?? { roles: {}, tags: {} },
    pseudonymRoles: pseudonymRoles.data ?? [],
    workingHours: workingHours ?? { days: [], fromMinute: 0, toMinute: 0, timeZone: 'UTC' },
    reportingLinesFile:
      env.REPORTING_LINES_FILE === undefined
        ? null
        : resolve(/* turbopackIgnore: true */ env.REPORTING_LINES_FILE),
    evidence: { maxBytes: megabytes * 1024 * 1024, keepMs: keptHours * HOUR_MS },
  }
}

function readJson<S extends z.ZodType>(schema: S, text: string | undefined): z.output<S> | null {
  try {
    return schema.safeParse(JSON.parse(text ?? '{}')).data ?? null
  } catch {
    return null
  }
}

/** Null when it is not understood; a day that ends before it begins is not. */
function readWorkingHours(text: string): AccessSettings['workingHours'] | null {
  const [, days = '', ...rest] = WORKING_HOURS.exec(text) ?? []
  const [fromHour, fromMinutes, toHour, toMinutes] = rest.map(Number)
  const timeZone = rest[4] ?? ''
  const fromMinute = Number(fromHour) * 60 + Number(fromMinutes)
  const toMinute = Number(toHour) * 60 + Number(toMinutes)
  if (!(fromMinute < toMinute && toMinute <= 24 * 60) || !isTimeZone(timeZone)) return null
  return { days: days.split(',').map(Number), fromMinute, toMinute, timeZone }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name })
    return true
  } catch {
    return false
  }
}
