'use client'

import { useQuery } from '@tanstack/react-query'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Skeleton } from '@/components/ui/skeleton'
import { TabPanel, Tabs } from '@/components/ui/tabs'
import { retentionGroupsQuery } from '@/lib/query/retention'
import { ExpiringPanel } from './expiring-panel'
import { GroupsPanel } from './groups-panel'
import { useRetentionState } from './use-retention-state'

type RetentionViewProps = {
  /** Whether recordings may be opened from here. */
  mayOpen: boolean
}

/** How long what is kept, of whom, what goes when, and what would go if somebody were moved. Changes nothing in Focus. */
export function RetentionView({ mayOpen }: RetentionViewProps) {
  const { state, change } = useRetentionState()
  const groups = useQuery(retentionGroupsQuery())
  const answer = groups.data
  if (answer === undefined) {
    if (groups.error !== null)
      return <ProblemNotice error={groups.error} onRetry={() => void groups.refetch()} />
    return <Waiting />
  }
  const parts = { state, change, groups: answer.groups }
  return (
    <Tabs
      label="Retention"
      value={state.tab}
      onValueChange={(tab) => change({ tab })}
      tabs={[
        { value: 'groups', label: 'Groups' },
        { value: 'expiring', label: 'What expires' },
      ]}
      actions={
        <p className="truncate text-[12px] text-muted">
          Read only: this console changes nothing in Focus.
        </p>
      }
      className="grow"
    >
      {groups.error !== null && (
        <ProblemNotice inline error={groups.error} onRetry={() => void groups.refetch()} />
      )}
      <TabPanel value="groups" className="flex flex-col">
        <GroupsPanel {...parts} unreadable={answer.unreadable} />
      </TabPanel>
      <TabPanel value="expiring" className="flex flex-col">
        <ExpiringPanel {...parts} mayOpen={mayOpen} />
      </TabPanel>
    </Tabs>
  )
}

const LINES = ['a', 'b', 'c', 'd', 'e', 'f']

function Waiting() {
  return (
    <div className="flex flex-col gap-3 p-4" aria-busy="true">
      <span className="sr-only">Reading the retention groups</span>
      {LINES.map((line) => (
        <Skeleton key={line} className="h-8" />
      ))}
    </div>
  )
}
