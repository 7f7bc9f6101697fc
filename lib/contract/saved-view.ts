import { z } from 'zod'
import type { ApiEndpoint } from './endpoint'
import { type Permission, Role } from './permission'
import { InstantUtc } from './recording'

/** The lists that views are saved of, each with what opens its page. */
export const VIEW_PAGES = {
  recordings: 'recordings.search',
  people: 'people.view',
  endpoints: 'endpoints.view',
  users: 'users.view',
  retention: 'retention.view',
  audit: 'audit.read',
} as const satisfies Record<string, Permission>
export type ViewPage = keyof typeof VIEW_PAGES

export const ViewPage = z.enum(
  Object.keys(VIEW_PAGES) as [ViewPage, ...ViewPage[]], // the table is never empty
)

/** Characters of an address's query that a view holds at most: what every server and proxy passes on. */
export const MOST_VIEW_QUERY = 6_000
/** Views that one person may have. */
export const MOST_VIEWS = 200
/** Views of one page that may be shared with one role: what everybody who has it is shown beside their own. */
export const MOST_SHARED_VIEWS = 100

/** No control characters: no address holds one, and PostgreSQL keeps no NUL. */
const ONE_LINE = /^\P{Cc}*$/u

const ViewName = z
  .string()
  .trim()
  .min(1, 'A view needs a name')
  .max(80)
  .regex(ONE_LINE, 'A name is one line')

/** A list's state under a name: the query of its page's address, without the reader's place in it. */
export const SavedView = z.object({
  id: z.uuid(),
  page: ViewPage,
  name: z.string(),
  query: z.string(),
  /** Who sees it beside its owner; null for nobody. */
  sharedWith: Role.nullable(),
  /** Whether the caller saved it, and so may change or remove it. */
  own: z.boolean(),
  /** Name of who saved it. */
  by: z.string(),
  /** Whether the page's entry in the rail leads the caller to it. */
  isDefault: z.boolean(),
  updatedUtc: InstantUtc,
})
export type SavedView = z.infer<typeof SavedView>

/** What the caller may open: their own by name, then those that others share with a role of theirs. */
export const SavedViews = z.object({
  views: z.array(SavedView),
  /** By page that the caller may open: the roles that may, too. */
  roles: z.partialRecord(ViewPage, z.array(Role)),
})
export type SavedViews = z.infer<typeof SavedViews>

const ViewToSave = z.strictObject({
  /** The view of one's own to change; null for a new one. */
  id: z.uuid().nullable(),
  /** The `updatedUtc` of what is changed, as the caller saw it; null for a new one. */
  knownUtc: InstantUtc.nullable(),
  page: ViewPage,
  name: ViewName,
  query: z.string().min(1, 'There is nothing to save').max(MOST_VIEW_QUERY).regex(ONE_LINE),
  sharedWith: Role.nullable(),
})
export const SaveViewRequest = ViewToSave.refine(
  ({ id, knownUtc }) => (id === null) === (knownUtc === null),
  { path: ['knownUtc'], message: 'A change says what it is a change of, a new view does not.' },
)
export type SaveViewRequest = z.infer<typeof SaveViewRequest>

export const ViewParams = z.object({ id: z.uuid() })

/** `id` null: the page opens as it is. */
export const DefaultViewRequest = z.strictObject({ page: ViewPage, id: z.uuid().nullable() })
export type DefaultViewRequest = z.infer<typeof DefaultViewRequest>

/** The calls about saved views, by name. Each answers them all, so that no second question is needed. */
export const SAVED_VIEW_API = {
  listSavedViews: {
    method: 'GET',
    path: '/api/views',
    summary: 'The views that the caller saved or is shown by others',
    permission: 'signed-in',
    response: SavedViews,
  },
  saveView: {
    method: 'POST',
    path: '/api/views',
    summary: 'Saves a list’s state under a name, or changes a view of one’s own',
    permission: 'signed-in',
    body: SaveViewRequest,
    response: SavedViews.extend({ id: z.uuid() }),
  },
  removeView: {
    method: 'POST',
    path: '/api/views/{id}/remove',
    summary: 'Removes a view of one’s own, also for those it was shared with',
    permission: 'signed-in',
    params: ViewParams,
    response: SavedViews,
  },
  setDefaultView: {
    method: 'POST',
    path: '/api/views/default',
    summary: 'Makes a view the one that a page opens with for the caller, or none',
    permission: 'signed-in',
    body: DefaultViewRequest,
    response: SavedViews,
  },
} as const satisfies Record<string, ApiEndpoint>
