import type { SearchExplanation } from '@/lib/contract/recording-search'

/** What every page of a list says beside its rows. */
export type PageFacts = {
  /** Null when Focus does not say. */
  total: number | null
  /** Where the next page starts; null at the end. */
  nextOffset: number | null
  /** Rows of this page that could not be decoded and are left out. */
  unreadable: number
}

/** How one page is asked for: options for `useQuery` and `fetchQuery`. */
export type PageQuery<P extends PageFacts> = {
  queryKey: readonly [name: string, input: unknown]
  queryFn: (context: { signal: AbortSignal }) => Promise<P>
}

/** How the Focus requests behind a list are asked for. */
export type ExplainQuery = {
  queryKey: readonly [name: string, input: unknown]
  queryFn: (context: { signal: AbortSignal }) => Promise<SearchExplanation>
}
