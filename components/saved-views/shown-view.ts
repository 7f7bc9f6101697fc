import type { SavedView } from '@/lib/contract/saved-view'
import { viewQuery, withoutColumns } from '@/lib/url/view-address'

export type ShownView = {
  view: SavedView
  /** The list was filtered, sorted or arranged otherwise since the view was opened. */
  changed: boolean
}

/**
 * The view that a page at this address shows: the one whose state the address is, else the one opened last, changed. Null for a
 * page as it comes and for a state that no view led to. `views` are those of the page, `query` is what a view of it would hold.
 */
export function shownView(
  views: readonly SavedView[],
  query: string,
  openedId: string | null,
): ShownView | null {
  const opened = views.find(({ id }) => id === openedId)
  if (opened !== undefined && holds(opened, query)) return { view: opened, changed: false }
  const same = views.find((view) => holds(view, query))
  if (same !== undefined) return { view: same, changed: false }
  if (opened === undefined || withoutColumns(query) === '') return null
  return { view: opened, changed: true }
}

/** Whether a page that shows this view, or none, shows its list as it comes, but for the reader's own columns. */
export function isAsItComes(shown: ShownView | null, query: string): boolean {
  return shown === null && withoutColumns(query) === ''
}

/** A view that names no columns leaves them to the reader, whose own are put into the address. */
function holds({ page, query: asSaved }: SavedView, query: string): boolean {
  // A program may have written it in another form, or an older version of this one.
  const saved = viewQuery(page, new URLSearchParams(asSaved))
  if (saved === '') return false // what it was saved of is no filter any more: the page as it comes has no name
  return saved === query || (saved === withoutColumns(saved) && saved === withoutColumns(query))
}
