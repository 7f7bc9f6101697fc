'use client'

import { type UseQueryResult, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Slot } from '@/components/table/table-column'
import type { PageFacts } from '@/lib/query/page-query'
import { type Extent, NO_EXTENT, PAGE_ROWS, placesOf, wantedPages, withPage } from './list-extent'
import type { ListSource } from './list-source'
import { onceRested } from './once-rested'

/** Pages out of sight are dropped after this, so that a long list never fills the memory. */
const KEEP_MS = 30_000
/** A jump asks for its pages once the scrollbar has rested, not for all it passes. */
const JUMP_REST_MS = 120

function pageQuery<T, P extends PageFacts>(source: ListSource<T, P>, pageNumber: number) {
  return { ...source.page(PAGE_ROWS, pageNumber * PAGE_ROWS), gcTime: KEEP_MS }
}

function combine<P>(results: UseQueryResult<P, Error>[]) {
  return {
    pages: results.map((result) => result.data),
    error: results.find((result) => result.error !== null)?.error ?? null,
    fetching: results.some((result) => result.isFetching),
  }
}

export type PagedList<T> = {
  /** Changes when the rows become those of another search. */
  listKey: string
  extent: Extent
  places: number
  slotAt: (index: number) => Slot<T>
  /** Rows in hand, first page first. */
  rowsInHand: readonly T[]
  /** The rows are those of the search before this one. */
  stale: boolean
  busy: boolean
  /** Why there is no row. */
  error: unknown
  /** Why some rows are old or missing, while others are here. */
  partialError: unknown
  retry: () => void
  onWindowChange: (first: number, last: number) => void
}

/**
 * A list of any length, read by pages near what is on screen. When the source changes, the old rows stay (stale) until
 * the first page of the new one is here or has failed. `startRow` is where the list stands at first. A list that is not
 * `enabled` asks for nothing.
 */
export function usePagedList<T, P extends PageFacts>(
  source: ListSource<T, P>,
  startRow: number,
  enabled = true,
): PagedList<T> {
  const wantedKey = source.key
  const { rowsOf } = source
  const [active, setActive] = useState({ key: wantedKey, source })
  const [extent, setExtent] = useState<Extent>(NO_EXTENT)
  const [range, setRange] = useState({ first: startRow, last: startRow })
  const jump = useRef<() => void>(undefined)

  const isNew = wantedKey !== active.key
  const next = useQuery({ ...pageQuery(source, 0), enabled: enabled && isNew })
  if (enabled && isNew && (next.isSuccess || next.isError)) {
    setActive({ key: wantedKey, source })
    setExtent(NO_EXTENT)
    setRange({ first: 0, last: 0 })
  }

  const atStart = extent === NO_EXTENT
  const numbers = useMemo(
    () =>
      atStart
        ? [Math.floor(range.first / PAGE_ROWS)]
        : wantedPages(range.first, range.last, extent),
    [atStart, range, extent],
  )
  const { pages, error, fetching } = useQueries({
    queries: numbers.map((pageNumber) => ({ ...pageQuery(active.source, pageNumber), enabled })),
    combine: combine<P>,
  })
  const inHand = useMemo(() => {
    const map = new Map<number, P>()
    numbers.forEach((pageNumber, at) => {
      const page = pages[at]
      if (page !== undefined) map.set(pageNumber, page)
    })
    return map
  }, [numbers, pages])

  let seen = extent
  for (const [pageNumber, page] of inHand)
    seen = withPage(seen, pageNumber, page, rowsOf(page).length)
  if (seen !== extent) setExtent(seen)

  const slotAt = useCallback(
    (index: number): Slot<T> => {
      const page = inHand.get(Math.floor(index / PAGE_ROWS))
      if (page === undefined) return { state: 'waiting' }
      const rows = rowsOf(page)
      const at = index % PAGE_ROWS
      const row = rows[at]
      if (row !== undefined) return { state: 'row', row }
      return { state: at < rows.length + page.unreadable ? 'unreadable' : 'waiting' }
    },
    [inHand, rowsOf],
  )
  const rowsInHand = useMemo(() => [...inHand.values()].flatMap(rowsOf), [inHand, rowsOf])

  const rangeNow = useRef(range)
  useEffect(() => {
    rangeNow.current = range
  }, [range])
  const onWindowChange = useCallback((first: number, last: number) => {
    jump.current?.()
    const near = Math.abs(rangeNow.current.first - first) <= 2 * PAGE_ROWS
    if (near) setRange({ first, last })
    else jump.current = onceRested(JUMP_REST_MS, () => setRange({ first, last }))
  }, [])
  // A jump in the list before is none in this one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is what ends it
  useEffect(() => () => jump.current?.(), [active.key])

  const client = useQueryClient()
  const [name] = source.page(PAGE_ROWS, 0).queryKey
  const retry = useCallback(() => {
    void client.refetchQueries({
      queryKey: [name],
      type: 'active',
      predicate: ({ state }) => state.status === 'error' || state.isInvalidated,
    })
  }, [client, name])

  return {
    listKey: active.key,
    extent: seen,
    places: seen === NO_EXTENT ? 0 : placesOf(seen),
    slotAt,
    rowsInHand,
    stale: isNew,
    busy: fetching || (isNew && next.isFetching),
    error: seen === NO_EXTENT ? error : null,
    partialError: seen === NO_EXTENT ? null : error,
    retry,
    onWindowChange,
  }
}
