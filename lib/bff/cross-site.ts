import type { ApiEndpoint } from '@/lib/contract/endpoint'
import { Problem } from '@/lib/problem/problem'

/**
 * Refuses what another site makes a signed-in browser send. A browser states where a request comes from
 * (`Sec-Fetch-Site`, Fetch Metadata; `Origin`, RFC 6454); our own client adds a header that no form and no
 * element can send. Excused from the header alone: media, files, the public calls, and a document opened by a person.
 * @throws Problem `forbidden`
 */
export function refuseCrossSite(request: Request, endpoint: ApiEndpoint, ownOrigin: string): void {
  const { headers } = request
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none')
    throw new Problem('forbidden', 'This request came from another site, so it was refused.')
  const origin = headers.get('origin')
  if (origin !== null && origin !== ownOrigin)
    throw new Problem('forbidden', 'This request came from another address, so it was refused.')
  if (headers.get('x-focus-console') === '1' || headerless(request, endpoint)) return
  throw new Problem(
    'forbidden',
    'This request lacks the header X-Focus-Console: 1, so it was refused.',
  )
}

function headerless(request: Request, endpoint: ApiEndpoint): boolean {
  if (endpoint.media || endpoint.file || endpoint.permission === 'public') return true
  return endpoint.navigable === true && request.headers.get('sec-fetch-mode') === 'navigate'
}
