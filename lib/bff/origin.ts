import type { Deed } from '@/lib/ledger/access-ledger'

const MOST_CHARACTERS = 300

/**
 * Where a request comes from, as its headers have it: the address as the nearest proxy (or this server itself)
 * states it, the browser, and the path of the console's page, without what was searched there.
 */
export function originOf(headers: Headers, ownOrigin: string): Deed['origin'] {
  const address = headers.get('x-forwarded-for')?.split(',')[0]?.trim()
  return {
    address: address ? address.slice(0, 100) : null,
    agent: headers.get('user-agent')?.slice(0, MOST_CHARACTERS) ?? null,
    page: pageOf(headers.get('referer'), ownOrigin),
  }
}

function pageOf(referer: string | null, ownOrigin: string): string | null {
  if (referer === null || !URL.canParse(referer)) return null
  const { origin, pathname } = new URL(referer)
  return origin === ownOrigin ? pathname.slice(0, MOST_CHARACTERS) : null
}
