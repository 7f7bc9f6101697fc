'use client'

import type { ReactNode } from 'react'
import { joinQuery } from '@/components/filters/query-draft'
import { TimeRangeButton } from '@/components/filters/time-range-button'
import type { Zone } from '@/lib/format/instant'
import type { RecordingsState } from '@/lib/url/recordings-url'
import { FilterMenu } from './filter-menu'
import { SearchBox } from './search-box'

type ListToolbarProps = {
  state: RecordingsState
  onRefilter: (next: Partial<RecordingsState>, how?: 'push' | 'replace') => void
  seenTags: readonly string[]
  zone: Zone
  timeZone: string
  nowUtc: string
  /** What arranges the table. */
  children: ReactNode
}

/** What the list is filtered by. Stays usable whatever becomes of the rows. */
export function ListToolbar(props: ListToolbarProps) {
  const { state, onRefilter, seenTags, children } = props
  const { q, from, to } = state
  return (
    <div className="flex flex-wrap items-start gap-2 border-line border-b px-4 py-2.5">
      <SearchBox
        q={q}
        onQueryChange={(next, how) => onRefilter({ q: next }, how)}
        seenTags={seenTags}
      />
      <FilterMenu seenTags={seenTags} onAdd={(raw) => onRefilter({ q: joinQuery([raw], q) })} />
      <TimeRangeButton
        range={{ from, to }}
        onRangeChange={(range) => onRefilter(range)}
        zone={props.zone}
        timeZone={props.timeZone}
        nowUtc={props.nowUtc}
      />
      {children}
    </div>
  )
}
