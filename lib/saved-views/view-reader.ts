import 'server-only'
import { rolesWith } from '@/lib/access/roles'
import type { Session } from '@/lib/access/session'
import type { Role } from '@/lib/contract/permission'
import { type SavedViews, VIEW_PAGES, ViewPage } from '@/lib/contract/saved-view'
import { Problem } from '@/lib/problem/problem'
import { database } from '@/lib/store/database'
import { listViews, type ViewReader } from './saved-views'

/** Somebody signed in, as a reader of views. */
export function viewReader(session: Session): ViewReader {
  const { issuer, subject, name, roles, permissions } = session
  const pages = ViewPage.options.filter((page) => permissions.includes(VIEW_PAGES[page]))
  return { issuer, subject, name, roles, pages }
}

/** The views a reader may open, with who else may open their pages. Rejects with the store's error. */
export async function viewsFor(reader: ViewReader): Promise<SavedViews> {
  const roles = Object.fromEntries(reader.pages.map((page) => [page, rolesWith(VIEW_PAGES[page])]))
  return { views: await listViews(await database(), reader), roles }
}

/** Throws `forbidden` for a page that the reader may not open, `invalid-request` for a role that may not. */
export function demandOpenable(
  reader: ViewReader,
  { page, sharedWith = null }: { page: ViewPage; sharedWith?: Role | null },
): void {
  const permission = VIEW_PAGES[page]
  if (!reader.pages.includes(page))
    throw new Problem('forbidden', 'Your role does not open that page.', { missing: permission })
  if (sharedWith === null || rolesWith(permission).includes(sharedWith)) return
  const message = 'That role does not open this page.'
  throw new Problem('invalid-request', message, { issues: [{ path: 'sharedWith', message }] })
}
