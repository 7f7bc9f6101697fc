import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy, pageHeaders } from '@/lib/access/page-headers'
import { config as settings } from '@/lib/config/config'

/**
 * Gives every page its content security policy and headers, and tells it its own nonce and address. It
 * decides nothing about who may see what: pages read the session, and the gate guards the data.
 */
export function proxy(request: NextRequest): NextResponse {
  const https = settings().auth.origin.startsWith('https:')
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64')
  const policy = contentSecurityPolicy(nonce, https)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  // Next.js reads the nonce for its own scripts from here.
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  for (const [name, value] of Object.entries(pageHeaders(https))) response.headers.set(name, value)
  return response
}

export const config = {
  matcher: ['/((?!api/|_next/|icon.svg).*)'],
}
