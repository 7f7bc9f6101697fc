import type { SavedView } from '@/lib/contract/saved-view'
import { withoutColumns } from '@/lib/url/view-address'

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

/** A view that names no columns leaves them to the reader, whose own are put into the address. */
function holds({ query: saved }: SavedView, query: string): boolean {
  return saved === query || (saved === withoutColumns(saved) && saved === withoutColumns(query))
}
