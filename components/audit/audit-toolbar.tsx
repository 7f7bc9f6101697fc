'use client'

import type { ReactNode } from 'react'
import { FilterMenu } from '@/components/filters/filter-menu'
import { joinQuery } from '@/components/filters/query-draft'
import { TimeRangeButton } from '@/components/filters/time-range-button'
import { Segmented } from '@/components/ui/segmented'
import type { Zone } from '@/lib/format/instant'
import type { WayIn } from '@/lib/url/audit-text'
import type { AuditState } from '@/lib/url/audit-url'
import { AuditFilterEditor, OFFERED } from './audit-filter-editor'
import { AuditSearchBox } from './audit-search-box'
import type { Names } from './use-names'

type AuditToolbarProps = {
  state: AuditState
  onAsk: (next: Partial<AuditState>, how?: 'push' | 'replace') => void
  names: Names
  seenTags: readonly string[]
  zone: Zone
  timeZone: string
  nowUtc: string
  children: ReactNode
}

const WAYS: readonly { value: WayIn; label: string }[] = [
  { value: 'recording', label: 'By recording' },
  { value: 'actor', label: 'By who looked' },
  { value: 'subject', label: 'By whose call' },
]

/** What is asked. Stays usable whatever becomes of the rows. */
export function AuditToolbar(props: AuditToolbarProps) {
  const { state, onAsk, names, seenTags, zone, timeZone, nowUtc, children } = props
  const { by, q, from, to } = state
  return (
    <div className="flex flex-wrap items-start gap-2 border-line border-b px-4 py-2.5">
      <Segmented
        label="Way in"
        value={by}
        onValueChange={(next) => onAsk({ by: next })}
        options={WAYS}
      />
      <AuditSearchBox
        key={by}
        by={by}
        q={q}
        names={names}
        seenTags={seenTags}
        onQueryChange={(next, how) => onAsk({ q: next }, how)}
      />
      <FilterMenu
        offered={OFFERED}
        onAdd={(raw) => onAsk({ q: joinQuery([raw], q) })}
        renderEditor={(key, onApply) => (
          <AuditFilterEditor
            key={key}
            filterKey={key}
            value=""
            negated={false}
            seenTags={seenTags}
            onApply={onApply}
          />
        )}
      />
      <TimeRangeButton
        range={{ from, to }}
        onRangeChange={(range) => onAsk(range)}
        zone={zone}
        timeZone={timeZone}
        nowUtc={nowUtc}
      />
      {children}
    </div>
  )
}
