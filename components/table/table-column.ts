import type { ReactNode, RefObject } from 'react'

/** One column of a table, as its resource describes it. */
export type TableColumn<T> = {
  /** Lower case and hyphens: it stands in addresses. */
  id: string
  /** In words: in the column menu, and in the header where `sign` is not given. */
  label: string
  /** What the header shows instead of the words. */
  sign?: ReactNode
  /** Pixels. */
  width: number
  minWidth?: number
  /** Takes its share of the room that the others leave, until the reader gives it a width. */
  grows?: number
  align?: 'right' | 'center'
  /** Cannot be hidden. */
  fixed?: boolean
  /** Not shown unless chosen. */
  extra?: boolean
  /** The server can order by it; the first press sorts in this direction. */
  sortsFirst?: 'asc' | 'desc'
  cell: (row: T) => ReactNode
}

/** What stands at one place of a list: a row, a row that could not be read, or one that has not arrived. */
export type Slot<T> = { state: 'row'; row: T } | { state: 'unreadable' } | { state: 'waiting' }

/** The header cells of a table as they are drawn, by column id. */
export type HeaderCells = RefObject<Map<string, HTMLElement>>

/** What names a row in its list. */
export type RowId = number | string

export type TableSort = { column: string; direction: 'asc' | 'desc' }
