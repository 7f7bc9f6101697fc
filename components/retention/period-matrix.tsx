'use client'

import { clsx } from 'clsx'
import { Badge } from '@/components/ui/badge'
import type { RetentionGroup, RetentionMember } from '@/lib/contract/retention'
import { daysWords, yearsWords } from '@/lib/format/days'
import { kindLabel } from '@/lib/format/kind'
import { membersOf } from './member-lists'
import { groupName, kindsWithPeriods, periodFor } from './period-words'

type PeriodMatrixProps = {
  groups: readonly RetentionGroup[]
  /** Undefined until they have arrived; then they are counted, for Focus's own count may be missing. */
  members: readonly RetentionMember[] | undefined
  selected: number | null
  onSelect: (groupId: number) => void
}

const HEAD =
  'sticky top-0 z-10 whitespace-nowrap bg-page px-3 py-2 font-medium text-[12px] text-muted'

/** A row for each group, a column for each kind that any of them names; what holds in each. */
export function PeriodMatrix({ groups, members, selected, onSelect }: PeriodMatrixProps) {
  const kinds = [...kindsWithPeriods(groups), 'default']
  return (
    <div className="min-h-0 overflow-auto">
      <table aria-label="Retention groups" className="w-full border-separate border-spacing-0">
        <thead>
          <tr className="[&>*]:border-line [&>*]:border-b">
            <th scope="col" className={clsx(HEAD, 'pl-4 text-left')}>
              Group
            </th>
            <th scope="col" className={clsx(HEAD, 'text-right')}>
              Members
            </th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className={clsx(HEAD, 'text-right')}>
                {kind === 'default' ? 'Everything else' : kindLabel(kind)}
              </th>
            ))}
            <th className={clsx(HEAD, 'w-full')} aria-hidden />
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr
              key={group.id}
              className={clsx(
                '[&>*]:border-line [&>*]:border-b last:[&>*]:border-b-0',
                group.id === selected ? 'bg-accent-ground' : 'hover:bg-sunk',
              )}
            >
              <th scope="row" className="whitespace-nowrap py-1.5 pr-6 pl-4 text-left font-normal">
                <button
                  type="button"
                  aria-pressed={group.id === selected}
                  onClick={() => onSelect(group.id)}
                  className="min-h-6 rounded text-left font-medium underline decoration-line-strong underline-offset-3 hover:decoration-ink"
                >
                  {groupName(groups, group.id)}
                </button>
                {group.isDefault && <Badge className="ml-2">Default</Badge>}
              </th>
              <td className="px-3 text-right tabular-nums">
                {memberCount(group, groups, members)}
              </td>
              {kinds.map((kind) => (
                <Period key={kind} group={group} kind={kind} />
              ))}
              <td aria-hidden />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Period({ group, kind }: { group: RetentionGroup; kind: string }) {
  const found = periodFor(group, kind)
  if (found === null) return <td className="px-3 text-right text-muted">—</td>
  const { period, own } = found
  const years = yearsWords(period.days)
  return (
    <td
      className={clsx(
        'whitespace-nowrap px-3 text-right tabular-nums',
        own ? 'font-semibold' : 'text-muted',
      )}
      {...(years !== null && { title: years })}
    >
      {daysWords(period.days)}
    </td>
  )
}

function memberCount(
  group: RetentionGroup,
  groups: readonly RetentionGroup[],
  members: readonly RetentionMember[] | undefined,
): string {
  const count =
    members === undefined ? group.memberCount : membersOf(members, groups, group.id, '').length
  return count === null ? '—' : count.toLocaleString('en-GB')
}
