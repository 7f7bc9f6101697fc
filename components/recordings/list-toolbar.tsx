'use client'

import type { ReactNode } from 'react'
import { FilterMenu } from '@/components/filters/filter-menu'
import { joinQuery } from '@/components/filters/query-draft'
import { TimeRangeButton } from '@/components/filters/time-range-button'
import { TokenEditor } from '@/components/filters/token-editor'
import type { Zone } from '@/lib/format/instant'
import type { TokenKey } from '@/lib/url/query-text'
import type { RecordingsState } from '@/lib/url/recordings-url'
import { SearchBox } from './search-box'

const OFFERED: readonly { key: TokenKey; label: string }[] = [
  { key: 'person', label: 'Person' },
  { key: 'number', label: 'Number or address' },
  { key: 'tag', label: 'Tag' },
  { key: 'type', label: 'Kind' },
  { key: 'dir', label: 'Direction' },
  { key: 'dur', label: 'Length' },
  { key: 'has', label: 'Has transcript or comments' },
  { key: 'retention', label: 'Retention group' },
  { key: 'id', label: 'Id' },
  { key: 'user', label: 'User' },
]

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
      <FilterMenu
        offered={OFFERED}
        onAdd={(raw) => onRefilter({ q: joinQuery([raw], q) })}
        renderEditor={(key, onApply) => (
          <TokenEditor
            key={key}
            tokenKey={key}
            value=""
            negated={false}
            seenTags={seenTags}
            onApply={onApply}
          />
        )}
      />
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
