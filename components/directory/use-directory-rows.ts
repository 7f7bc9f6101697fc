'use client'

import { useCallback, useMemo } from 'react'
import type { Gathered } from '@/components/list/gather-pages'
import { type Extent, NO_EXTENT } from '@/components/list/list-extent'
import { useGatheredList } from '@/components/list/use-gathered-list'
import { usePagedList } from '@/components/list/use-paged-list'
import type { Slot } from '@/components/table/table-column'
import type { PageFacts } from '@/lib/query/page-query'
import type { DirectoryState } from '@/lib/url/directory-url'
import type { DirectoryAsked, DirectoryModel } from './directory-model'

export type DirectoryRows<T> = {
  listKey: string
  /** Places in the list; null before anything is known. */
  places: number | null
  /** Null when nobody knows. */
  total: number | null
  slotAt: (index: number) => Slot<T>
  /** All rows of a list that was read whole, filtered and sorted; else those near what is on screen. */
  rowsInHand: readonly T[]
  extent: Extent
  /** What was read to be filtered or sorted here; null where Focus does both. */
  gathered: Gathered<T> | null
  stale: boolean
  busy: boolean
  /** Why there is no row. */
  error: unknown
  /** Why some rows are old or missing, while others are here. */
  partialError: unknown
  retry: () => void
  cancel: () => void
  onWindowChange: (first: number, last: number) => void
}

const ignore = () => undefined

/**
 * The rows of a list of the directory. While Focus can filter by all that is asked and nothing is sorted by, they are read
 * by pages near what is on screen; else the list is read whole and filtered and sorted here.
 */
export function useDirectoryRows<T, K extends string, P extends PageFacts>(
  model: DirectoryModel<T, K>,
  asked: DirectoryAsked<T, P>,
  state: DirectoryState,
): DirectoryRows<T> {
  const { source, here } = asked
  const { sort } = state
  const compare = sort === null ? undefined : model.compare[sort.column]
  const whole = here !== null || compare !== undefined
  const paged = usePagedList(source, state.row ?? 0, !whole)
  const { gathered, cancel, again } = useGatheredList(
    source,
    whole,
    // To put so many in order at every look would hold the page up; to filter them does not.
    compare === undefined ? model.most : undefined,
  )
  const read = gathered?.rows
  const descending = sort?.direction === 'desc'
  const rows = useMemo(() => {
    const fitting = here === null ? (read ?? []) : here.filter(read ?? [])
    if (compare === undefined) return fitting
    return [...fitting].sort(descending ? (a, b) => compare(b, a) : compare)
  }, [read, here, compare, descending])
  const slotAt = useCallback(
    (index: number): Slot<T> => {
      const row = rows[index]
      return row === undefined ? { state: 'waiting' } : { state: 'row', row }
    },
    [rows],
  )

  const { extent } = paged
  // Until the first rows of a list read whole are here, those of the list before stay.
  const nothingYet = gathered?.state === 'reading' && gathered.rows.length === 0
  if (gathered === null || (nothingYet && paged.places > 0))
    return {
      listKey: paged.listKey,
      places: extent === NO_EXTENT ? null : paged.places,
      total: extent.total ?? (extent.ended ? extent.reach : null),
      slotAt: paged.slotAt,
      rowsInHand: paged.rowsInHand,
      extent,
      gathered: null,
      stale: paged.stale || nothingYet,
      busy: paged.busy || nothingYet,
      error: nothingYet ? null : paged.error,
      partialError: nothingYet ? null : paged.partialError,
      retry: paged.retry,
      cancel: ignore,
      onWindowChange: paged.onWindowChange,
    }
  const failed = gathered.state === 'failed'
  const none = gathered.rows.length === 0
  return {
    listKey: `${source.key}|${sort?.column}${sort?.direction}|${here?.key ?? ''}`,
    places: nothingYet ? null : rows.length,
    total: gathered.state === 'ended' ? rows.length : null,
    slotAt,
    rowsInHand: rows,
    extent,
    gathered,
    stale: false,
    busy: gathered.state === 'reading',
    error: failed && none ? gathered.error : null,
    partialError: failed && !none ? gathered.error : null,
    retry: again,
    cancel,
    onWindowChange: ignore,
  }
}
