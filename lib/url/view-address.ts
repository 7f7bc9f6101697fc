import { type SavedView, ViewPage } from '@/lib/contract/saved-view'
import { auditHref, parseAuditSearch } from './audit-url'
import { endpointsHref, parseEndpoints } from './endpoints-url'
import { PAGES } from './pages'
import { parsePeople, peopleHref } from './people-url'
import { parseRecordingSearch, recordingsHref } from './recordings-url'
import { parseRetention, retentionHref } from './retention-url'
import { parseUsers, usersHref } from './users-url'

type Params = Pick<URLSearchParams, 'get' | 'getAll'>

/** Where the reader stands in a list is no part of a view of it. */
const NO_PLACE = { at: null, row: null, pane: false } as const

const HREF_OF: Record<ViewPage, (params: Params) => string> = {
  recordings: (params) => recordingsHref({ ...parseRecordingSearch(params), ...NO_PLACE }),
  people: (params) => peopleHref({ ...parsePeople(params), ...NO_PLACE }),
  endpoints: (params) => endpointsHref({ ...parseEndpoints(params), ...NO_PLACE }),
  users: (params) => usersHref({ ...parseUsers(params), ...NO_PLACE }),
  retention: (params) => retentionHref({ ...parseRetention(params), day: null }),
  audit: (params) =>
    auditHref({ ...parseAuditSearch(params), at: null, span: null, finding: null }),
}

/** The list that a path is the page of; null for any other page, also for one row's own. */
export function viewPageAt(pathname: string): ViewPage | null {
  return ViewPage.options.find((page) => PAGES[page] === pathname) ?? null
}

/**
 * What a view of the page at this address holds: its query in the page's own form, without the reader's place. Empty for the
 * page as it comes. Two addresses that show the same list have the same.
 */
export function viewQuery(page: ViewPage, params: Params): string {
  const href = HREF_OF[page](params)
  return href.slice(PAGES[page].length + 1)
}

/** The address that a view opens. Junk in it falls to the page's defaults, and can lead to no other page. */
export function viewHref({ page, query }: Pick<SavedView, 'page' | 'query'>): string {
  return HREF_OF[page](new URLSearchParams(query))
}

/** The same query without the choice of columns, which the reader's own takes the place of. */
export function withoutColumns(query: string): string {
  const params = new URLSearchParams(query)
  params.delete('cols')
  return params.toString()
}
