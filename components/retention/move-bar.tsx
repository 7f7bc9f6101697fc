'use client'

import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import type { RetentionGroup, RetentionMember } from '@/lib/contract/retention'
import { retentionMembersQuery } from '@/lib/query/retention'
import type { MoveState } from '@/lib/url/retention-url'
import { MoveForm } from './move-form'
import { groupName } from './period-words'

type MoveBarProps = {
  move: MoveState | null
  groups: readonly RetentionGroup[]
  onChange: (move: MoveState | null) => void
}

/** "What if": a person or a whole group in another group. Only imagined, and said to be so. */
export function MoveBar({ move, groups, onChange }: MoveBarProps) {
  const [open, setOpen] = useState(false)
  const people = useQuery({ ...retentionMembersQuery(), enabled: open || move?.groupId === null })
  const members = people.data?.members ?? []
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-2 border-line border-b px-4 py-1.5">
      <span className="text-muted">What if</span>
      <Popover
        title="What if somebody were in another group?"
        showTitle
        open={open}
        onOpenChange={setOpen}
        className="w-104"
        trigger={
          <Button size="sm">
            <span className="max-w-96 truncate">
              {move === null ? 'somebody were in another group' : whoWords(move, members, groups)}
            </span>
            <ChevronDown size={13} aria-hidden />
          </Button>
        }
      >
        <MoveForm
          move={move}
          groups={groups}
          members={people.data?.members ?? null}
          error={people.error}
          onRetry={() => void people.refetch()}
          onApply={(next) => {
            setOpen(false)
            onChange(next)
          }}
        />
      </Popover>
      {move !== null && (
        <>
          <span>
            were in <strong className="font-semibold">{groupName(groups, move.toGroupId)}</strong>
          </span>
          <Button size="sm" variant="quiet" onClick={() => onChange(null)}>
            Back to how it is
          </Button>
        </>
      )}
      <span className="text-[12px] text-muted">Only imagined: nobody is moved in Focus.</span>
    </div>
  )
}

function whoWords(
  move: MoveState,
  members: readonly RetentionMember[],
  groups: readonly RetentionGroup[],
): string {
  if (move.groupId !== null) return `all of ${groupName(groups, move.groupId)}`
  const names = move.personIds.map(
    (id) => members.find(({ personId }) => personId === id)?.name ?? `Person ${id}`,
  )
  return names.length <= 3
    ? names.join(' and ')
    : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
}
