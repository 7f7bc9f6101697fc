import 'server-only'
import { config } from '@/lib/config/config'

/**
 * Which tenant this console shows, for the badge on every page, and the country of its numbers without one (ISO 3166 alpha-2);
 * nothing secret is in it.
 */
export function tenant(): { label: string; sandbox: boolean; defaultCountry: string } {
  const { focus, defaultCountry } = config()
  return { label: focus.label, sandbox: focus.sandbox, defaultCountry }
}
