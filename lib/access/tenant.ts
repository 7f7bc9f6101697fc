import 'server-only'
import { config } from '@/lib/config/config'

/** Which tenant this console shows, for the badge on every page; nothing secret is in it. */
export function tenant(): { label: string; sandbox: boolean } {
  const { label, sandbox } = config().focus
  return { label, sandbox }
}
