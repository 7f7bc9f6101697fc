import type { ReactNode } from 'react'
import type { Sheet } from '@/components/list/export-sheet'
import type { ListSource } from '@/components/list/list-source'
import type { Noun } from '@/components/list/noun'
import type { TableColumn } from '@/components/table/table-column'
import type { ExplainQuery, PageFacts } from '@/lib/query/page-query'
import type { DirectoryKey } from '@/lib/url/directory-text'

/** What is the same about a list of the directory whatever it is asked. */
export type DirectoryModel<T, K extends string> = {
  /** Names its arrangement, its exports and its pane. */
  of: 'people' | 'endpoints' | 'users'
  noun: Noun
  /** Rows that are read to be filtered here, where more than of any list. */
  most?: number
  keys: readonly DirectoryKey<K>[]
  /** In the empty search box. */
  placeholder: string
  idOf: (row: T) => number
  nameOf: (row: T) => string
  sheet: Sheet<T>
  /** Orders two rows by a column; a column without one cannot be sorted by. */
  compare: Readonly<Record<string, (a: T, b: T) => number>>
  /** Values of filters that a row carries, for suggestions. */
  valuesIn: (row: T) => readonly { key: K; value: string; label: string }[]
}

/** One question to a list of the directory. */
export type DirectoryAsked<T, P extends PageFacts> = {
  source: ListSource<T, P>
  explain: ExplainQuery
  /** What is filtered here, because Focus has no such filter; null where Focus filters it all. */
  here: {
    /** Another one for other filters or other values of them. */
    key: string
    /** The filters, in words: `department`, `retention group`. */
    words: readonly string[]
    /** Those of the rows that fit, in their order. */
    filter: (rows: readonly T[]) => readonly T[]
  } | null
}

/** Everything a page says of its list. */
export type DirectoryParts<T, K extends string, P extends PageFacts> = {
  model: DirectoryModel<T, K>
  asked: DirectoryAsked<T, P>
  columns: readonly TableColumn<T>[]
  renderPane: (row: T) => ReactNode
}

/** Orders texts as people do; what is missing comes last. */
export function byText<T>(textOf: (row: T) => string | null) {
  const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })
  return (a: T, b: T) => {
    const [left, right] = [textOf(a), textOf(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return collator.compare(left, right)
  }
}

/** Orders numbers and instants (as texts in ISO 8601); what is missing comes first. */
export function byValue<T>(factOf: (row: T) => number | string | null) {
  return (a: T, b: T) => {
    const [left, right] = [factOf(a), factOf(b)]
    if (left === right) return 0
    if (left === null || right === null) return left === null ? -1 : 1
    return left < right ? -1 : 1
  }
}
