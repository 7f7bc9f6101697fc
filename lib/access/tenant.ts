import 'server-only'
import { config } from '@/lib/config/config'

/** Which tenant this console shows, for the badge on every page, and where it is at home; nothing secret is in it. */
export function tenant(): {
  label: string
  sandbox: boolean
  /** Of phone numbers without a country; ISO 3166 alpha-2. */
  defaultCountry: string
} {
  const { focus, defaultCountry } = config()
  return { label: focus.label, sandbox: focus.sandbox, defaultCountry }
}
