import type { PageFacts, PageQuery } from '@/lib/query/page-query'

/** Where the rows of a list come from. */
export type ListSource<T, P extends PageFacts> = {
  /** The same for the same question: another key is another list. */
  key: string
  page: (limit: number, offset: number) => PageQuery<P>
  /** One function for the life of the page that shows the list. */
  rowsOf: (page: P) => readonly T[]
}
