/** Characters of a search box that an address carries. A link with more would open more than it means: it is none. */
export const MOST_SEARCH_TEXT = 4_000

/** The text of the search box in an address's query; what is over the bound is cut off. */
export function searchText(params: Pick<URLSearchParams, 'get'>): string {
  return (params.get('q') ?? '').trim().slice(0, MOST_SEARCH_TEXT).trim()
}
