import type { DirectoryLine, DirectoryPart } from '@/lib/contract/directory'
import type { FocusCall } from '@/lib/focus/client'
import type { Focus } from '@/lib/focus/focus'

type DirectorySource = Pick<
  Focus,
  'searchPeople' | 'searchEndpoints' | 'searchUsers' | 'getRetentionGroups'
>

/** Beyond this a part is cut short, and says so. */
export const MOST_ROWS: Record<Exclude<DirectoryPart, 'retention-groups'>, number> = {
  people: 500_000,
  endpoints: 1_000_000,
  users: 50_000,
}

type Page<T> = { rows: T[]; total: number | null; nextOffset: number | null; unreadable: number }

/**
 * Everybody and everything in Focus's directory: people, endpoints, users, retention groups, in this order, page by page
 * in the background lane. Each part closes with its `part-end`, which says whether it is whole; the last line says it of all. Throws every upstream
 * `Problem`; `right-missing` without People.View, Endpoints.View, Users.View or RetentionGroup.View.
 */
export async function* readDirectory(
  focus: DirectorySource,
  asked: FocusCall,
): AsyncGenerator<DirectoryLine> {
  const call: FocusCall = { ...asked, lane: 'background' }
  let complete = yield* part(
    'people',
    async (offset) => {
      const { people, ...page } = await focus.searchPeople({ offset }, call)
      return { ...page, rows: people }
    },
    (people, total) => ({ type: 'people', people, total }),
    ({ personId }) => personId,
  )
  complete =
    (yield* part(
      'endpoints',
      async (offset) => {
        const { endpoints, ...page } = await focus.searchEndpoints({ offset }, call)
        return { ...page, rows: endpoints }
      },
      (endpoints, total) => ({ type: 'endpoints', endpoints, total }),
      ({ endpointId }) => endpointId,
    )) && complete
  complete =
    (yield* part(
      'users',
      async (offset) => {
        const { users, ...page } = await focus.searchUsers({ offset }, call)
        return { ...page, rows: users }
      },
      (users, total) => ({ type: 'users', users, total }),
      ({ userId }) => userId,
    )) && complete
  const { groups, unreadable } = await focus.getRetentionGroups(call)
  yield { type: 'retention-groups', groups }
  yield {
    type: 'part-end',
    part: 'retention-groups',
    read: groups.length,
    total: groups.length + unreadable,
    unreadable,
    complete: true,
  }
  yield { type: 'end', complete }
}

async function* part<T>(
  name: keyof typeof MOST_ROWS,
  read: (offset: number) => Promise<Page<T>>,
  lineOf: (rows: T[], total: number | null) => DirectoryLine,
  idOf: (row: T) => number,
): AsyncGenerator<DirectoryLine, boolean> {
  const seen = new Set<number>()
  let passed = 0
  let unreadable = 0
  let total: number | null = null
  let offset: number | null = 0
  while (offset !== null && passed < MOST_ROWS[name]) {
    const page: Page<T> = await read(offset)
    // A row that is added meanwhile moves others across the edge of a page: nobody stands in the directory twice.
    const fresh = page.rows.filter((row) => !seen.has(idOf(row)))
    for (const row of fresh) seen.add(idOf(row))
    passed += page.rows.length + page.unreadable
    unreadable += page.unreadable
    total = page.total ?? total
    offset = page.nextOffset
    yield lineOf(fresh, total)
  }
  const complete = offset === null && (total === null || seen.size + unreadable >= total)
  yield { type: 'part-end', part: name, read: seen.size, total, unreadable, complete }
  return complete
}
