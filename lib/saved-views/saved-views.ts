import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Role } from '@/lib/contract/permission'
import {
  type DefaultViewRequest,
  MOST_SHARED_VIEWS,
  MOST_VIEWS,
  type SavedView,
  type SaveViewRequest,
  ViewPage,
} from '@/lib/contract/saved-view'
import { Problem } from '@/lib/problem/problem'
import type { Schema } from '@/lib/store/schema'
import { writeBetweenOthers } from '@/lib/store/write-transaction'

/** Whose views; what they see of others is decided by their roles and the pages they may open. */
export type ViewReader = {
  issuer: string
  subject: string
  name: string
  roles: readonly Role[]
  /** The pages they may open. */
  pages: readonly ViewPage[]
}

/**
 * The views that somebody may open: their own, and those shared with a role of theirs, each group by name. A view whose page
 * they may no longer open is left out, and comes back with the right. Rejects with the store's error.
 */
export async function listViews(db: Kysely<Schema>, reader: ViewReader): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('savedView')
    .leftJoin('defaultView', (join) =>
      join
        .onRef('defaultView.viewId', '=', 'savedView.id')
        .onRef('defaultView.page', '=', 'savedView.page')
        .on('defaultView.issuer', '=', reader.issuer)
        .on('defaultView.subject', '=', reader.subject),
    )
    .selectAll('savedView')
    .select('defaultView.viewId')
    .where((row) =>
      row.or([
        row.and([
          row('savedView.issuer', '=', reader.issuer),
          row('savedView.subject', '=', reader.subject),
        ]),
        row('savedView.sharedWith', 'in', [...reader.roles, '']),
      ]),
    )
    .execute()
  return rows
    .flatMap((row): SavedView[] => {
      const page = ViewPage.safeParse(row.page).data
      if (page === undefined || !reader.pages.includes(page)) return []
      const { id, name, query, by, updatedUtc } = row
      return [
        {
          ...{ id, page, name, query, by, updatedUtc },
          sharedWith: Role.safeParse(row.sharedWith).data ?? null,
          own: isOwn(row, reader),
          isDefault: row.viewId !== null,
        },
      ]
    })
    .sort((a, b) => Number(b.own) - Number(a.own) || a.name.localeCompare(b.name, 'en'))
}

/**
 * Saves a view of one's own, new or changed, and resolves with its id. Whether its page may be opened is for the caller to have
 * asked. Throws `invalid-request` for a name that another view of theirs on that page has and for one view too many, of theirs or
 * of those that a role is shown,
 * `not-found` for a view to change that is not theirs or is of another page, and `conflict` for one that is no longer as it
 * was at `knownUtc`. Rejects with the store's error.
 */
export function saveView(
  db: Kysely<Schema>,
  reader: ViewReader,
  { id, knownUtc, ...view }: SaveViewRequest,
  nowUtc: string,
): Promise<string> {
  const saving = writeBetweenOthers(db, async (store) => {
    const own = await store
      .selectFrom('savedView')
      .select(['id', 'page', 'name', 'updatedUtc'])
      .where('issuer', '=', reader.issuer)
      .where('subject', '=', reader.subject)
      .execute()
    // A view stays with its page: it may be the default there, also of others.
    const before = own.find((row) => row.id === id && row.page === view.page)
    if (id !== null && before === undefined) throw gone()
    if (before !== undefined && before.updatedUtc !== knownUtc) throw changedElsewhere(before.name)
    const namesake = own.find((row) => row.page === view.page && row.name === view.name)
    if (namesake !== undefined && namesake.id !== id) throw nameTaken()
    if (view.sharedWith !== null) await demandRoom(store, view.page, view.sharedWith, id)
    const saved = { ...view, by: reader.name, updatedUtc: after(before?.updatedUtc, nowUtc) }
    if (before !== undefined) {
      const updated = await store
        .updateTable('savedView')
        .set(saved)
        .where('id', '=', before.id)
        .where('updatedUtc', '=', before.updatedUtc)
        .executeTakeFirst()
      if (updated.numUpdatedRows === 0n) throw changedElsewhere(before.name)
      return before.id
    }
    if (own.length >= MOST_VIEWS)
      throw invalid(
        'name',
        `You have ${MOST_VIEWS} views, which is as many as are kept. Remove one first.`,
      )
    const made = randomUUID()
    const { issuer, subject } = reader
    await store
      .insertInto('savedView')
      .values({ id: made, issuer, subject, ...saved })
      .execute()
    return made
  })
  // Another tab may have saved one of that name since the names were read.
  return saving.catch((error: unknown) => {
    throw breaksUnique(error) ? nameTaken() : error
  })
}

/**
 * Removes a view of one's own, and with it wherever it was somebody's default. Throws `not-found` for one that is not theirs.
 * Rejects with the store's error.
 */
export function removeView(db: Kysely<Schema>, reader: ViewReader, id: string): Promise<void> {
  return writeBetweenOthers(db, async (store) => {
    const removed = await store
      .deleteFrom('savedView')
      .where('id', '=', id)
      .where('issuer', '=', reader.issuer)
      .where('subject', '=', reader.subject)
      .executeTakeFirst()
    if (removed.numDeletedRows === 0n) throw gone()
    await store.deleteFrom('defaultView').where('viewId', '=', id).execute()
  })
}

/**
 * Says which view a page opens with for somebody; null for none. Throws `not-found` for a view that they cannot open or that
 * is of another page. Rejects with the store's error.
 */
export function setDefaultView(
  db: Kysely<Schema>,
  reader: ViewReader,
  { page, id }: DefaultViewRequest,
): Promise<void> {
  const { issuer, subject } = reader
  return writeBetweenOthers(db, async (store) => {
    if (id === null) {
      await store
        .deleteFrom('defaultView')
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .where('page', '=', page)
        .execute()
      return
    }
    const open = await listViews(store, reader)
    if (!open.some((view) => view.id === id && view.page === page)) throw gone()
    await store
      .insertInto('defaultView')
      .values({ issuer, subject, page, viewId: id })
      .onConflict((conflict) =>
        conflict.columns(['issuer', 'subject', 'page']).doUpdateSet({ viewId: id }),
      )
      .execute()
  })
}

function isOwn(row: { issuer: string; subject: string }, reader: ViewReader): boolean {
  return row.issuer === reader.issuer && row.subject === reader.subject
}

/** As the drivers of SQLite and of PostgreSQL tell it. */
function breaksUnique(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === '23505'
}

/** Throws where a role is shown as many views of the page as it may be, this one aside. */
async function demandRoom(
  store: Kysely<Schema>,
  page: ViewPage,
  role: Role,
  id: string | null,
): Promise<void> {
  const shared = await store
    .selectFrom('savedView')
    .select('id')
    .where('page', '=', page)
    .where('sharedWith', '=', role)
    .where('id', '!=', id ?? '')
    .limit(MOST_SHARED_VIEWS)
    .execute()
  if (shared.length === MOST_SHARED_VIEWS)
    throw invalid(
      'sharedWith',
      `That role is shown ${MOST_SHARED_VIEWS} views of this page, which is as many as may be. Keep it to yourself, or ask for one to be removed.`,
    )
}

/** Now, or a moment after what was before: no two versions of a view bear the same instant. */
function after(beforeUtc: string | undefined, nowUtc: string): string {
  if (beforeUtc === undefined || nowUtc > beforeUtc) return nowUtc
  return new Date(Date.parse(beforeUtc) + 1).toISOString()
}

const nameTaken = () => invalid('name', 'Another view of yours on this page has that name.')

const gone = () =>
  new Problem('not-found', 'That view is not there. Whoever saved it may have removed it.')

const changedElsewhere = (name: string) =>
  new Problem('conflict', `“${name}” was changed in another tab or browser meanwhile.`)

const invalid = (path: string, message: string) =>
  new Problem('invalid-request', message, { issues: [{ path, message }] })
