import { FOCUS_CALLS, type FocusCallName } from './endpoints'

export type WireRequest = { method: 'GET' | 'POST'; url: string; body: unknown }

/** A call as it goes out, but for its token. `body` is null when there is none. */
export function wireRequest(
  baseUrl: string,
  name: FocusCallName,
  request: Readonly<Record<string, unknown>> | null,
): WireRequest {
  const { method, path } = FOCUS_CALLS[name]
  const url = new URL(baseUrl + path)
  if (method === 'POST') return { method, url: url.href, body: request ?? {} }
  for (const [field, value] of Object.entries(request ?? {})) {
    if (value !== undefined) url.searchParams.set(field, String(value))
  }
  return { method, url: url.href, body: null }
}
