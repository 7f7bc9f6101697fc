'use client'

import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import type { RetentionGroup } from '@/lib/contract/retention'
import { retentionMembersQuery } from '@/lib/query/retention'
import type { RetentionState } from '@/lib/url/retention-url'
import { ExportButton } from './export-button'
import { memberRows, periodRows } from './export-rows'
import { inDefaultOnly, membersOf } from './member-lists'
import { MembersTable } from './members-table'
import { PeriodMatrix } from './period-matrix'
import { groupName } from './period-words'
import type { ChangeRetention } from './use-retention-state'

type GroupsPanelProps = {
  state: RetentionState
  change: ChangeRetention
  groups: readonly RetentionGroup[]
  unreadable: number
  mayExport: boolean
}

/** The groups with their periods, and who is in them. */
export function GroupsPanel({ state, change, groups, unreadable, mayExport }: GroupsPanelProps) {
  const members = useQuery(retentionMembersQuery())
  const all = members.data?.members
  const q = useDeferredValue(state.q)
  const listed = useMemo(
    () => (all === undefined ? [] : membersOf(all, groups, state.group, q)),
    [all, groups, state.group, q],
  )
  const alone = useMemo(() => (all === undefined ? [] : inDefaultOnly(all, groups)), [all, groups])
  const fallback = groups.find((group) => group.isDefault)
  const title =
    state.group === null ? 'Everybody recorded' : `Members of ${groupName(groups, state.group)}`
  if (groups.length === 0) return <NoGroups unreadable={unreadable} />
  return (
    <>
      <section aria-label="Periods by kind" className="flex max-h-[50%] min-h-32 shrink-0 flex-col">
        <PeriodMatrix
          groups={groups}
          members={all}
          selected={state.group}
          onSelect={(group) => change({ group: group === state.group ? null : group })}
        />
      </section>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t border-b px-4 py-2 text-[12px] text-muted">
        <p>
          The most specific period wins: a kind’s own, in bold, before the group’s “everything
          else”.
          {unreadable > 0 && ` ${unreadable} groups could not be read.`}
        </p>
        {all !== undefined && fallback !== undefined && (
          <p className="text-ink">
            {alone.length.toLocaleString('en-GB')} of {all.length.toLocaleString('en-GB')}{' '}
            {all.length === 1 ? 'person sits' : 'people sit'} in the default only.
          </p>
        )}
        {mayExport && (
          <div className="ml-auto">
            <ExportButton
              label="Export the periods"
              name="retention-periods"
              filter="All retention groups with their periods"
              rows={() => periodRows(groups)}
            />
          </div>
        )}
      </div>
      <section aria-label={title} className="flex min-h-0 grow flex-col">
        <div className="flex shrink-0 flex-wrap items-center gap-3 px-4 py-2">
          <h2 className="font-semibold">{title}</h2>
          {all !== undefined && (
            <p role="status" className="text-muted">
              {listed.length.toLocaleString('en-GB')} {listed.length === 1 ? 'person' : 'people'}
              {unreadWords(members.data)}
            </p>
          )}
          {state.group !== null && (
            <Button size="sm" variant="quiet" onClick={() => change({ group: null })}>
              Show everybody
            </Button>
          )}
          <div className="ml-auto flex items-center gap-2">
            <Input
              aria-label="Search members"
              type="search"
              placeholder="Name or department"
              value={state.q}
              onChange={(event) => change({ q: event.currentTarget.value }, 'replace')}
              className="w-60"
            />
            {mayExport && all !== undefined && (
              <ExportButton
                label="Export these people"
                name="retention-members"
                filter={`${title}${state.q === '' ? '' : `, matching “${state.q}”`}`}
                rows={() => memberRows(listed, groups)}
              />
            )}
          </div>
        </div>
        {members.error !== null && (
          <ProblemNotice
            error={members.error}
            onRetry={() => void members.refetch()}
            inline={all !== undefined}
          />
        )}
        {(all !== undefined || members.error === null) && (
          <MembersTable
            members={all === undefined ? null : listed}
            groups={groups}
            listKey={`${state.group} ${q}`}
            onClear={() => change({ q: '', group: null })}
          />
        )}
      </section>
    </>
  )
}

function unreadWords(
  data: { members: readonly unknown[]; total: number | null; unreadable: number } | undefined,
): string {
  if (data === undefined) return ''
  const unreadable = data.unreadable === 0 ? '' : `; ${data.unreadable} could not be read`
  const { total } = data
  const read = data.members.length + data.unreadable
  return total !== null && read < total
    ? `${unreadable}; ${read.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} read`
    : unreadable
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
