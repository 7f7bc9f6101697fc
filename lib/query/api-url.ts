import type { ApiEndpoint } from '@/lib/contract/endpoint'

export type UrlInput = {
  params?: Readonly<Record<string, string | number>>
  query?: Readonly<Record<string, string | number | boolean | undefined>>
}

/**
 * The address of one call, path parameters filled in and escaped. Query entries that are undefined are left out.
 * Throws a RangeError when a parameter of the path is not given.
 */
export function apiUrl(endpoint: Pick<ApiEndpoint, 'path'>, input: UrlInput = {}): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = input.params?.[name]
    if (value === undefined) throw new RangeError(`${endpoint.path} needs ${name}`)
    return encodeURIComponent(value)
  })
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined) query.set(name, String(value))
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
