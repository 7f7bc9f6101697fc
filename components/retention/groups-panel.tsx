'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import type { RetentionGroup } from '@/lib/contract/retention'
import { retentionMembersQuery } from '@/lib/query/retention'
import type { RetentionState } from '@/lib/url/retention-url'
import { ExportButton } from './export-button'
import { periodRows } from './export-rows'
import { inDefaultOnly } from './member-lists'
import { MembersSection } from './members-section'
import { PeriodMatrix } from './period-matrix'
import type { ChangeRetention } from './use-retention-state'

type GroupsPanelProps = {
  state: RetentionState
  change: ChangeRetention
  groups: readonly RetentionGroup[]
  unreadable: number
}

/** The groups with their periods, and who is in them. */
export function GroupsPanel({ state, change, groups, unreadable }: GroupsPanelProps) {
  const members = useQuery(retentionMembersQuery())
  const all = members.data?.members
  const alone = useMemo(() => (all === undefined ? [] : inDefaultOnly(all, groups)), [all, groups])
  const fallback = groups.find((group) => group.isDefault)
  if (groups.length === 0) return <NoGroups unreadable={unreadable} />
  return (
    <div className="flex min-h-0 grow flex-col min-[96rem]:flex-row">
      <section
        aria-label="Periods by kind"
        className="flex max-h-[50%] min-h-32 shrink-0 flex-col border-line border-b min-[96rem]:max-h-none min-[96rem]:w-[52%] min-[96rem]:border-r min-[96rem]:border-b-0"
      >
        <PeriodMatrix
          groups={groups}
          members={all}
          selected={state.group}
          onSelect={(group) => change({ group: group === state.group ? null : group })}
        />
        <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-4 py-2">
          <div className="flex flex-col gap-0.5">
            <p className="text-[12px] text-muted">
              The most specific period wins: a kind’s own, in bold, before the group’s “everything
              else”.
              {unreadable > 0 &&
                ` ${unreadable} ${unreadable === 1 ? 'group' : 'groups'} could not be read.`}
            </p>
            {all !== undefined && fallback !== undefined && (
              <p>
                {alone.length.toLocaleString('en-GB')} of {all.length.toLocaleString('en-GB')}{' '}
                people are in the default only.
                {state.group !== fallback.id && (
                  <Button
                    size="sm"
                    variant="quiet"
                    onClick={() => change({ group: fallback.id, q: '' })}
                  >
                    Show them
                  </Button>
                )}
              </p>
            )}
          </div>
          <div className="ml-auto">
            <ExportButton
              label="Export the periods"
              name="retention-periods"
              filter="All retention groups with their periods"
              rows={() => periodRows(groups)}
            />
          </div>
        </div>
      </section>
      <MembersSection
        found={members.data}
        error={members.error}
        onRetry={() => void members.refetch()}
        state={state}
        change={change}
        groups={groups}
      />
    </div>
  )
}

function NoGroups({ unreadable }: { unreadable: number }) {
  return (
    <div className="mx-auto flex max-w-md flex-col gap-2 px-6 py-12">
      <p className="font-semibold text-[15px]">There are no retention groups to show</p>
      <p className="text-muted">
        {unreadable > 0
          ? `Focus sent ${unreadable} that could not be read.`
          : 'Focus answered with an empty list. Each account starts with one default group, so the service user may not see them.'}
      </p>
    </div>
  )
}
