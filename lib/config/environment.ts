import { getCountries } from 'libphonenumber-js'
import { z } from 'zod'

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Whether an address stays on this machine; the only place where plain http is acceptable. */
export function isLoopback(url: URL): boolean {
  return ['localhost', '[::1]'].includes(url.hostname) || /^127(\.\d{1,3}){3}$/.test(url.hostname)
}

/** The address a text states, or null. (`URL.parse` is younger than our oldest Node.) */
export function readUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

/** Decimal digits only: `Number` alone would take `1e3`, `0x10` and an empty string. */
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/, 'a whole number is expected')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `from ${least} to ${most} is expected`)

const required = (what: string) => z.string({ error: `is missing: ${what}` })

const Origin = z.string().refine((text) => {
  const url = readUrl(text)
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/'
}, 'the address people open is expected, as in https://console.example.com')

const countries: readonly string[] = getCountries()

/** The settings that stand alone. Those that depend on one another: `focus-target.ts`, `oidc.ts`. */
export const Environment = z.object({
  FOCUS_CLIENT_ID: required('the account number that came with the API key').pipe(
    whole(1, Number.MAX_SAFE_INTEGER),
  ),
  FOCUS_USERNAME: required('the service user shown beside the API key'),
  NEXTAUTH_URL: Origin.default('http://localhost:3000'),
  NEXTAUTH_SECRET: required('at least 32 random characters').refine(
    (secret) => secret.length >= 32,
    'at least 32 characters are expected',
  ),
  SESSION_IDLE_MINUTES: whole(1, 24 * 60).default(30),
  SESSION_ABSOLUTE_HOURS: whole(1, 7 * 24).default(12),
  DATA_DIR: z.string().default('.data'),
  SPOOL_MAX_MB: whole(64, 1024 * 1024).default(2048),
  DEFAULT_COUNTRY: z
    .string()
    .toUpperCase()
    .refine((code) => countries.includes(code), 'a two-letter country code is expected, as in GB')
    .default('GB'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')} is expected` })
    .default('info'),
})
