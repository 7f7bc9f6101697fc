'use client'

import { ChevronDown } from 'lucide-react'
import { useMemo } from 'react'
import { TimeRangeButton } from '@/components/filters/time-range-button'
import { Button } from '@/components/ui/button'
import { Menu, MenuCheckboxItem } from '@/components/ui/menu'
import { Select } from '@/components/ui/select'
import { KNOWN_KINDS } from '@/lib/contract/recording'
import type { RetentionGroup } from '@/lib/contract/retention'
import type { Zone } from '@/lib/format/instant'
import { kindLabel } from '@/lib/format/kind'
import { READ_BOUNDS, type ReadBound, type RetentionState } from '@/lib/url/retention-url'
import { rangeWords } from '@/lib/url/time-range'
import { ExportButton } from './export-button'
import { countRows } from './export-rows'
import type { CountMap } from './forecast-tally'
import { groupName, kindsWithPeriods } from './period-words'
import type { ChangeRetention } from './use-retention-state'

type ExpiringToolbarProps = {
  state: RetentionState
  change: ChangeRetention
  groups: readonly RetentionGroup[]
  zone: Zone
  timeZone: string
  nowUtc: string
  counts: CountMap
}

/** Which recordings are counted, and how many of them at most. */
export function ExpiringToolbar(props: ExpiringToolbarProps) {
  const { state, change, groups, zone, timeZone, nowUtc, counts } = props
  const kinds = useMemo(
    () => [...new Set([...KNOWN_KINDS, ...kindsWithPeriods(groups), ...state.kinds])],
    [groups, state.kinds],
  )
  const toggle = <T,>(list: readonly T[], item: T, on: boolean) =>
    on ? [...list, item] : list.filter((other) => other !== item)
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-line border-b px-4 py-2">
      <span className="text-muted">Recordings of</span>
      <TimeRangeButton
        range={{ from: state.from, to: state.to }}
        onRangeChange={(range) => change(range)}
        zone={zone}
        timeZone={timeZone}
        nowUtc={nowUtc}
      />
      <Menu
        trigger={
          <Button>
            {chosenWords('kinds', state.kinds.map(kindLabel))}
            <ChevronDown size={13} aria-hidden />
          </Button>
        }
      >
        {kinds.map((kind) => (
          <MenuCheckboxItem
            key={kind}
            checked={state.kinds.includes(kind)}
            onCheckedChange={(on) => change({ kinds: toggle(state.kinds, kind, on) }, 'replace')}
          >
            {kindLabel(kind)}
          </MenuCheckboxItem>
        ))}
      </Menu>
      <Menu
        trigger={
          <Button>
            {chosenWords(
              'groups',
              state.groups.map((id) => groupName(groups, id)),
            )}
            <ChevronDown size={13} aria-hidden />
          </Button>
        }
      >
        {groups.map(({ id }) => (
          <MenuCheckboxItem
            key={id}
            checked={state.groups.includes(id)}
            onCheckedChange={(on) => change({ groups: toggle(state.groups, id, on) }, 'replace')}
          >
            {groupName(groups, id)}
          </MenuCheckboxItem>
        ))}
      </Menu>
      <Select
        label="Read at most"
        value={String(state.most)}
        onValueChange={(most) => change({ most: Number(most) as ReadBound })} // its options are the bounds
        options={READ_BOUNDS.map((bound) => ({
          value: String(bound),
          label: `At most ${bound.toLocaleString('en-GB')}`,
        }))}
      />
      <div className="ml-auto">
        <ExportButton
          label="Export the counts"
          name="retention-expiring"
          disabled={counts.size === 0}
          filter={filterWords(state, groups)}
          rows={() => countRows(counts.values(), groups)}
        />
      </div>
    </div>
  )
}

function chosenWords(of: string, names: readonly string[]): string {
  if (names.length === 0) return `All ${of}`
  return names.length <= 2 ? names.join(', ') : `${names.length} ${of}`
}

function filterWords(state: RetentionState, groups: readonly RetentionGroup[]): string {
  const { from, to, kinds, groups: inGroups, most, move } = state
  const parts = [
    `Recordings of: ${rangeWords({ from, to })}`,
    ...(kinds.length > 0 ? [`kinds: ${kinds.join(', ')}`] : []),
    ...(inGroups.length > 0
      ? [`groups: ${inGroups.map((id) => groupName(groups, id)).join(', ')}`]
      : []),
    `at most ${most.toLocaleString('en-GB')}, the oldest first`,
  ]
  if (move !== null) {
    const who =
      move.groupId === null
        ? `people ${move.personIds.join(', ')}`
        : groupName(groups, move.groupId)
    parts.push(`as if ${who} were in ${groupName(groups, move.toGroupId)}`)
  }
  return parts.join(' · ')
}
