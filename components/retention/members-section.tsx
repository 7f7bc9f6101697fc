'use client'

import { useDeferredValue, useMemo } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import type { RetentionGroup } from '@/lib/contract/retention'
import type { RetentionMembers } from '@/lib/query/retention'
import type { RetentionState } from '@/lib/url/retention-url'
import { ExportButton } from './export-button'
import { memberRows } from './export-rows'
import { membersOf } from './member-lists'
import { MembersTable } from './members-table'
import { groupName } from './period-words'
import type { ChangeRetention } from './use-retention-state'

type MembersSectionProps = {
  /** Undefined until they have arrived. */
  found: RetentionMembers | undefined
  error: unknown
  onRetry: () => void
  state: RetentionState
  change: ChangeRetention
  groups: readonly RetentionGroup[]
}

/** Who is in the chosen group, or everybody. */
export function MembersSection(props: MembersSectionProps) {
  const { found, error, onRetry, state, change, groups } = props
  const q = useDeferredValue(state.q)
  const listed = useMemo(
    () => (found === undefined ? null : membersOf(found.members, groups, state.group, q)),
    [found, groups, state.group, q],
  )
  const title =
    state.group === null ? 'Everybody recorded' : `Members of ${groupName(groups, state.group)}`
  return (
    <section aria-label={title} className="flex min-h-0 min-w-0 grow flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2">
        <h2 className="font-semibold">{title}</h2>
        {found !== undefined && listed !== null && (
          <p role="status" className="text-muted">
            {listed.length.toLocaleString('en-GB')} {listed.length === 1 ? 'person' : 'people'}
            {unreadWords(found)}
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
            className="w-52"
          />
          {listed !== null && (
            <ExportButton
              label="Export these people"
              name="retention-members"
              filter={`${title}${state.q === '' ? '' : `, matching “${state.q}”`}`}
              rows={() => memberRows(listed, groups)}
            />
          )}
        </div>
      </div>
      {error !== null && <ProblemNotice error={error} onRetry={onRetry} inline={listed !== null} />}
      {(listed !== null || error === null) && (
        <MembersTable
          members={listed}
          groups={groups}
          listKey={`${state.group} ${q}`}
          onClear={() => change({ q: '', group: null })}
        />
      )}
    </section>
  )
}

function unreadWords({ members, total, unreadable }: RetentionMembers): string {
  const left = unreadable === 0 ? '' : `; ${unreadable} could not be read`
  const read = members.length + unreadable
  if (total === null || read >= total) return left
  return `${left}; ${read.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} read`
}
