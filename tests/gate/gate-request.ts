import { beginSession, type SessionClaims } from '@/lib/access/session-claims'
import { encodeSession } from '@/lib/access/session-cookie'
import type { Role } from '@/lib/contract/permission'
import { ORIGIN } from './gate-environment'
import type { ApiRoute } from './route-modules'

type Options = {
  cookie?: string | undefined
  headers?: Record<string, string>
  query?: string
  id?: string
  body?: BodyInit
  method?: string
  signal?: AbortSignal
}

export const OWN = { 'x-focus-console': '1', 'sec-fetch-site': 'same-origin' }

/** A session cookie as next-auth would have set it for somebody with these roles. */
export async function cookieOf(
  roles: Role[],
  change: Partial<SessionClaims> = {},
): Promise<string> {
  const nowMs = Date.now()
  const identity = {
    sub: 'persona-of-the-tests',
    issuer: 'sandbox',
    name: 'Anna Meyer',
    email: 'anna.meyer@sandbox.example',
    roles,
  }
  const claims = { ...beginSession(identity, nowMs), ...change }
  return `next-auth.session-token=${await encodeSession(claims, nowMs)}`
}

/** Calls a handler as Next.js would. */
export function call(
  { path, method, handler }: Pick<ApiRoute, 'path' | 'method' | 'handler'>,
  options: Options = {},
): Promise<Response> {
  const { cookie, headers = OWN, query = '', id = '42', body, signal } = options
  const given = body ?? (method === 'POST' ? '{}' : undefined)
  const parameter = /\{(\w+)\}/.exec(path)?.[1]
  const request = new Request(`${ORIGIN}${path.replace(/\{\w+\}/, id)}${query}`, {
    method: options.method ?? method,
    headers: {
      ...(given !== undefined && { 'content-type': 'application/json' }),
      ...(cookie !== undefined && { cookie }),
      ...headers,
    },
    ...(given !== undefined && { body: given }),
    ...(signal !== undefined && { signal }),
  })
  return handler(request, {
    params: Promise.resolve(parameter === undefined ? {} : { [parameter]: id }),
  })
}
