import type { PageFacts } from '@/lib/query/page-query'
import { countOf, type Noun } from './noun'

export const PAGE_ROWS = 100

/** What the pages seen so far say about how long the list is. */
export type Extent = {
  /** As stated; null while no page stated it. */
  total: number | null
  /** Rows known to exist. */
  reach: number
  /** The last page has been seen. */
  ended: boolean
  /** Rows that could not be read, by page. */
  unreadable: Readonly<Record<number, number>>
}

export const NO_EXTENT: Extent = { total: null, reach: 0, ended: false, unreadable: {} }

/** The extent with one more page and its rows seen; the same object when it says nothing new. */
export function withPage(
  extent: Extent,
  pageNumber: number,
  page: PageFacts,
  rows: number,
): Extent {
  const shown = rows + page.unreadable
  // A page beyond the end is empty, and says nothing of the rows before it.
  const end = shown === 0 ? 0 : pageNumber * PAGE_ROWS + shown
  const next: Extent = {
    total: page.total ?? extent.total,
    reach: Math.max(extent.reach, end),
    ended: extent.ended || page.nextOffset === null,
    unreadable:
      (extent.unreadable[pageNumber] ?? 0) === page.unreadable
        ? extent.unreadable
        : { ...extent.unreadable, [pageNumber]: page.unreadable },
  }
  const same =
    next.total === extent.total &&
    next.reach === extent.reach &&
    next.ended === extent.ended &&
    next.unreadable === extent.unreadable
  return same ? extent : next
}

/** Places to scroll through: the total, else what is known and a page of places to come. */
export function placesOf(extent: Extent): number {
  if (extent.total !== null) return Math.max(extent.total, extent.reach)
  return extent.ended ? extent.reach : extent.reach + PAGE_ROWS
}

/** How many there are, in words that promise no more than is known. */
export function countWords(extent: Extent, noun: Noun): string {
  const known = extent.total ?? extent.reach
  const counted = countOf(known, noun)
  return extent.total === null && !extent.ended ? `at least ${counted}` : counted
}

/** `1 row could not be read`, or null when all could. */
export function unreadableWords(extent: Extent): string | null {
  const count = Object.values(extent.unreadable).reduce((sum, one) => sum + one, 0)
  if (count === 0) return null
  return count === 1 ? '1 row could not be read' : `${count} rows could not be read`
}

/** The pages to have in hand for what is on screen: those, and one on either side. */
export function wantedPages(first: number, last: number, extent: Extent): number[] {
  const lastPage = Math.max(0, Math.ceil(placesOf(extent) / PAGE_ROWS) - 1)
  const from = Math.max(0, Math.floor(first / PAGE_ROWS) - 1)
  const to = Math.min(lastPage, Math.floor(last / PAGE_ROWS) + 1)
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, at) => from + at)
}
