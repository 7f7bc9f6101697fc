'use client'

import { useState } from 'react'
import { ProblemNotice } from '@/components/problem/problem-notice'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import type { RetentionGroup, RetentionMember } from '@/lib/contract/retention'
import { MOST_MOVED, type MoveState } from '@/lib/url/retention-url'
import { membersOf } from './member-lists'
import { groupName } from './period-words'

type MoveFormProps = {
  move: MoveState | null
  groups: readonly RetentionGroup[]
  /** Null while they are on their way. */
  members: readonly RetentionMember[] | null
  error: unknown
  onRetry: () => void
  onApply: (move: MoveState) => void
}

/** People listed at once; more are found by writing. */
const MOST_LISTED = 40
const NONE = ''

/** Who, and where to. Nothing is worked out before Apply: each forecast reads recordings anew. */
export function MoveForm({ move, groups, members, error, onRetry, onApply }: MoveFormProps) {
  const [of, setOf] = useState<'people' | 'group'>(
    move !== null && move.groupId !== null ? 'group' : 'people',
  )
  const [personIds, setPersonIds] = useState<readonly number[]>(move?.personIds ?? [])
  const [groupId, setGroupId] = useState(text(move?.groupId))
  const [toGroupId, setToGroupId] = useState(text(move?.toGroupId))
  const options = groups.map(({ id }) => ({ value: String(id), label: groupName(groups, id) }))
  const chosen = [{ value: NONE, label: 'Choose a group' }, ...options]
  const who = of === 'people' ? personIds.length > 0 : groupId !== NONE
  const ready = who && toGroupId !== NONE && !(of === 'group' && groupId === toGroupId)
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready) return
        onApply({
          personIds: of === 'people' ? [...personIds] : [],
          groupId: of === 'group' ? Number(groupId) : null,
          toGroupId: Number(toGroupId),
        })
      }}
    >
      <div>
        <Segmented
          label="Who"
          value={of}
          onValueChange={setOf}
          size="sm"
          options={[
            { value: 'people', label: 'People' },
            { value: 'group', label: 'A whole group' },
          ]}
        />
      </div>
      {of === 'group' ? (
        <Select
          label="The group that is moved"
          value={groupId}
          onValueChange={setGroupId}
          options={chosen}
        />
      ) : error !== null ? (
        <ProblemNotice inline error={error} onRetry={onRetry} />
      ) : (
        <PeopleChoice
          members={members}
          groups={groups}
          chosen={personIds}
          onChange={setPersonIds}
        />
      )}
      <div className="flex items-center gap-2">
        <span className="text-muted">were in</span>
        <Select
          label="To the group"
          value={toGroupId}
          onValueChange={setToGroupId}
          options={chosen}
          className="grow"
        />
      </div>
      {of === 'people' && (
        <p className="text-[12px] text-muted">
          Their recordings go with them: those in which they took part on the firm’s side. A call
          between two of the firm’s people goes with either.
        </p>
      )}
      <Button type="submit" variant="primary" disabled={!ready}>
        Work it out
      </Button>
    </form>
  )
}

type PeopleChoiceProps = {
  members: readonly RetentionMember[] | null
  groups: readonly RetentionGroup[]
  chosen: readonly number[]
  onChange: (personIds: readonly number[]) => void
}

function PeopleChoice({ members, groups, chosen, onChange }: PeopleChoiceProps) {
  const [q, setQ] = useState('')
  // Those chosen when it opened stand first; a row does not move from under the pointer that ticks it.
  const [atFirst] = useState(chosen)
  const matching = members === null ? [] : membersOf(members, groups, null, q)
  const before = ({ personId }: RetentionMember) => (atFirst.includes(personId) ? 0 : 1)
  const found = [...matching].sort((a, b) => before(a) - before(b))
  return (
    <div className="flex flex-col gap-2">
      <Input
        aria-label="Find people"
        type="search"
        placeholder="Name or department"
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      <ul
        aria-label="People"
        className="max-h-56 overflow-y-auto rounded-md border border-line p-2"
      >
        {members === null && <li className="text-muted">Reading the people…</li>}
        {members !== null && found.length === 0 && <li className="text-muted">Nobody matches.</li>}
        {found.slice(0, MOST_LISTED).map(({ personId, name, retentionGroupId }) => (
          <li key={personId} className="flex items-center gap-2">
            <Checkbox
              label={name}
              checked={chosen.includes(personId)}
              disabled={!chosen.includes(personId) && chosen.length >= MOST_MOVED}
              onCheckedChange={(on) =>
                onChange(on ? [...chosen, personId] : chosen.filter((id) => id !== personId))
              }
            />
            <span className="ml-auto truncate text-[12px] text-muted">
              {groupName(groups, retentionGroupId)}
            </span>
          </li>
        ))}
      </ul>
      <p className="text-[12px] text-muted">
        {chosen.length} chosen
        {found.length > MOST_LISTED &&
          `; the first ${MOST_LISTED} of ${found.length.toLocaleString('en-GB')} are listed`}
        .
      </p>
    </div>
  )
}

const text = (id: number | null | undefined) =>
  id === null || id === undefined ? NONE : String(id)
