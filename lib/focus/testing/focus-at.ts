import type { FocusCall } from '../client'
import { buildFocus, type FocusOptions } from '../focus'

/** A client of the tenant at an address, as a test wants it. */
export function focusAt(baseUrl: string, options: Partial<FocusOptions> = {}) {
  return buildFocus({
    tenant: {
      baseUrl,
      label: 'Test',
      sandbox: true,
      clientId: 1_000_001,
      apiKey: 'sandbox-key',
      username: 'focus.console@sandbox.example',
    },
    defaultCountry: 'GB',
    random: () => 0,
    log: { warn: () => {} },
    ...options,
  })
}

/** A call that nobody gives up. */
export const patient = (): FocusCall => ({ signal: new AbortController().signal })

/** The slug of the problem a promise ends with; fails when it ends well. */
export async function slugOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  )
  if (error instanceof Error && 'slug' in error) return String(error.slug)
  throw error
}
